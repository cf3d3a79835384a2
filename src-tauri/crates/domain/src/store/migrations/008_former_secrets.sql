-- The secret keys of devices that this workspace was before it was restored or copied, and of the one that it took the
-- place of when a copy was put back. What colleagues seal for them is still to be opened. Nothing is signed with them.
CREATE TABLE former_secret (
  n INTEGER PRIMARY KEY,              -- the order in which they were given up
  secret BLOB NOT NULL UNIQUE,        -- Ed25519, 32 bytes
  CHECK (length(secret) = 32)
) STRICT;
