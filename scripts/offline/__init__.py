"""The site without a network: an app whose files a device keeps, and pages to open from a folder."""
