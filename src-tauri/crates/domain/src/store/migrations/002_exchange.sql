-- Commits known by their hash alone: all they say was held back by whoever sent them.
CREATE TABLE elided (
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,
  inner_hash BLOB NOT NULL,           -- of the commit without the one before it, 32 bytes
  hash BLOB NOT NULL,                 -- of the commit, given the one before
  PRIMARY KEY (device, seq),
  CHECK (seq > 0 AND length(inner_hash) = 32 AND length(hash) = 32)
) STRICT, WITHOUT ROWID;

-- Commits of the log of which some part was held back.
CREATE TABLE hole (
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,
  PRIMARY KEY (device, seq)
) STRICT, WITHOUT ROWID;

-- Stretches of commits that arrived before those they follow on, kept until the gap closes.
CREATE TABLE aside (
  n INTEGER PRIMARY KEY,
  device INTEGER NOT NULL REFERENCES log_device (n),
  first INTEGER NOT NULL,             -- the number of the first commit
  last INTEGER NOT NULL,              -- the number of the last, which the device signed
  previous BLOB NOT NULL,             -- the hash of the commit before the first
  hash BLOB NOT NULL,                 -- the hash of the last
  signature BLOB NOT NULL,            -- the device's, over the last
  CHECK (first > 1 AND last >= first),
  CHECK (length(previous) = 32 AND length(hash) = 32 AND length(signature) = 64)
) STRICT;

CREATE TABLE aside_commit (
  aside INTEGER NOT NULL REFERENCES aside (n) ON DELETE CASCADE,
  seq INTEGER NOT NULL,
  bytes BLOB NOT NULL,                -- as they came
  PRIMARY KEY (aside, seq)
) STRICT, WITHOUT ROWID;

-- What a colleague's device is known to have, from the bundles it made itself.
CREATE TABLE peer (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  made_at INTEGER NOT NULL,           -- when its latest such bundle was made, by its own clock: ms since 1970
  imported_at INTEGER NOT NULL        -- when that was imported here, by this laptop's clock
) STRICT;

-- The version vector it stated.
CREATE TABLE peer_knows (
  peer INTEGER NOT NULL REFERENCES peer (device),
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,               -- how far it knew that device's commits
  PRIMARY KEY (peer, device),
  CHECK (seq > 0)
) STRICT, WITHOUT ROWID;

-- The laptops whose fingerprint this officer compared with its owner's.
CREATE TABLE trust (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  since INTEGER NOT NULL,             -- by this laptop's clock: ms since 1970
  compared TEXT NOT NULL,             -- how: read out, or side by side
  CHECK (compared IN ('aloud', 'side-by-side'))
) STRICT;

-- When a bundle was last made for a device. That it arrived is only known from what the device says itself.
CREATE TABLE made_for (
  device INTEGER PRIMARY KEY REFERENCES log_device (n),
  at INTEGER NOT NULL                 -- by this laptop's clock: ms since 1970
) STRICT;
