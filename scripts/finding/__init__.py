"""How the site is found from outside: search engines, and links that are shared."""
