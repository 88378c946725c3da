"""What tools of others say of the built site: HTML, structured data, formatting, Lighthouse, known vulnerabilities."""
