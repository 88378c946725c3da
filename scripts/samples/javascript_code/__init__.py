"""JavaScript and TypeScript samples: read by Node and its parser, judged by the models of the services."""
