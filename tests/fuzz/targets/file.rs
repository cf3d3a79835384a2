#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../integration/fuzzed.rs"]
#[expect(dead_code, reason = "each target tries one of them")]
mod fuzzed;

fuzz_target!(|bytes: &[u8]| fuzzed::file(bytes));
