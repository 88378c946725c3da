"""What looks after the site once a week: what will soon be out of date, and the one issue that says what to mend."""
