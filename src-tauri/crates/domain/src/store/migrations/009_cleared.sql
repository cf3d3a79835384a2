-- When this laptop last took away what a laptop that is no longer in use had left in the shared folder.
CREATE TABLE folder_cleared (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  at INTEGER NOT NULL                 -- by this laptop's clock: ms since 1970
) STRICT;
