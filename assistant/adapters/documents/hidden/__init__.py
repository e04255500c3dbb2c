"""What documents that go out hide: sheets, changes, comments, copies of data, covered text."""
