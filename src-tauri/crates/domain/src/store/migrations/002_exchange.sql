-- Commits of the log of which some part is missing that others were meant to see.
CREATE TABLE hole (
  device INTEGER NOT NULL REFERENCES log_device (n),
  seq INTEGER NOT NULL,
  withheld INTEGER NOT NULL,          -- whether a missing part may come another way; otherwise all are erased
  PRIMARY KEY (device, seq),
  CHECK (withheld IN (0, 1))
) STRICT, WITHOUT ROWID;

-- Records that were erased. Whatever comes of them later is dropped.
CREATE TABLE erased (
  record BLOB PRIMARY KEY,            -- its id, 16 bytes: all that is kept of it
  listed INTEGER NOT NULL,            -- whether a commit names it; otherwise it belonged to one that a commit names
  CHECK (length(record) = 16 AND listed IN (0, 1))
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

-- The reports of imports, which stay. Their records follow from the rows of log they brought, which arrive in order.
CREATE TABLE import (
  n INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,                -- by this laptop's clock: ms since 1970
  file TEXT NOT NULL,                 -- the name of the bundle's file
  sender INTEGER NOT NULL REFERENCES log_device (n),
  officer TEXT NOT NULL,              -- as the bundle names its sender
  laptop TEXT NOT NULL,
  made_at INTEGER NOT NULL,           -- by the sender's clock
  first INTEGER NOT NULL,             -- the first row of log that it brought
  last INTEGER NOT NULL,              -- the last; before the first if it brought none
  new INTEGER NOT NULL,               -- records
  changed INTEGER NOT NULL,
  deleted INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,         -- fields
  documents INTEGER NOT NULL,
  early INTEGER NOT NULL,             -- commits kept aside
  left_out INTEGER NOT NULL,          -- whether something was
  undone_by INTEGER                   -- the row of log of the commit that took it back
) STRICT;

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

-- Where it stated that parts of commits were missing there which others were meant to see.
CREATE TABLE peer_lacks (
  peer INTEGER NOT NULL REFERENCES peer (device),
  device INTEGER NOT NULL REFERENCES log_device (n),
  first INTEGER NOT NULL,             -- the first of such commits
  last INTEGER NOT NULL,
  PRIMARY KEY (peer, device, first),
  CHECK (first > 0 AND last >= first)
) STRICT, WITHOUT ROWID;

-- The documents it referred to and lacked.
CREATE TABLE peer_wants (
  peer INTEGER NOT NULL REFERENCES peer (device),
  hash BLOB NOT NULL,                 -- BLAKE3, 32 bytes
  PRIMARY KEY (peer, hash),
  CHECK (length(hash) = 32)
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

-- The devices as which this workspace went on before it was restored or copied. Their commits up to seq are its own.
CREATE TABLE formerly (
  n INTEGER PRIMARY KEY,              -- the order in which it was so
  device INTEGER NOT NULL UNIQUE REFERENCES log_device (n),
  seq INTEGER NOT NULL,               -- the last commit that this workspace had of it then
  at INTEGER NOT NULL,                -- when, by this laptop's clock: ms since 1970
  why TEXT NOT NULL,                  -- how it was recognised
  seen INTEGER NOT NULL DEFAULT 0,    -- whether the officer has taken notice
  CHECK (why IN ('restored', 'copied', 'heard'))
) STRICT;
