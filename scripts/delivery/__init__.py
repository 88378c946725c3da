"""How pages reach a browser: few files, small, cached for ever, and a policy of what they may do."""
