"""The site on AWS: `site.yaml` is all of its infrastructure; the modules put the built site there."""
