"""The guide in documents to download."""
