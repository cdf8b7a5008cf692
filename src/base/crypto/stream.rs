//! Encryption of files of any size by a passphrase, a chunk at a time: Argon2id makes the key, and
//! AES-256-GCM seals chunks that can be neither changed, left out, put elsewhere nor cut off.
//! Layout: magic, cost of the key, salt, nonce prefix; then chunks. What is in them is not known.

use super::random_bytes;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use argon2::{Algorithm, Argon2, Params, Version};
use sha2::{Digest, Sha256};
use std::io::{self, Read, Write};
use zeroize::Zeroizing;

/// What such a file begins with; the last byte is the version of the layout.
pub const MAGIC: [u8; 5] = *b"JCENC";
const VERSION: u8 = 1;
/// Bytes of a chunk before it is sealed.
const CHUNK: usize = 64 << 10;
const TAG: usize = 16;
/// Magic, version, three numbers of cost, salt, nonce prefix.
const HEAD: usize = MAGIC.len() + 1 + 12 + 16 + 7;
/// Costs of a key that a file may ask for at most: 1 GiB and 16 passes.
const COSTS: [u32; 3] = [1 << 20, 16, 16];

/// What encrypts and decrypts; never printed.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// `None` for an empty text.
    pub fn new(text: String) -> Option<Passphrase> {
        (!text.is_empty()).then(|| Passphrase(Zeroizing::new(text)))
    }
}

impl std::fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Passphrase([redacted])")
    }
}

fn broken(text: &'static str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, text)
}

/// The head of a file, and the key that it and a passphrase make.
struct Chunks {
    cipher: Aes256Gcm,
    head: [u8; HEAD],
    count: u32,
}

impl Chunks {
    fn new(head: [u8; HEAD], passphrase: &Passphrase) -> io::Result<Chunks> {
        let costs = [6, 10, 14].map(|at| u32::from_be_bytes([head[at], head[at + 1], head[at + 2], head[at + 3]]));
        if head[..5] != MAGIC || head[5] != VERSION || costs.iter().zip(COSTS).any(|(cost, most)| *cost > most) {
            return Err(broken("this is no encrypted file of a known layout"));
        }
        let params = Params::new(costs[0], costs[1], costs[2], None).map_err(|_| broken("the head is damaged"))?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.0.as_bytes(), &head[18..34], &mut *key)
            .map_err(|_| broken("the key cannot be made"))?;
        Ok(Chunks { cipher: Aes256Gcm::new(&(*key).into()), head, count: 0 })
    }

    /// Every chunk has a nonce of its own, and the last one is told from the others.
    fn nonce(&mut self, last: bool) -> io::Result<[u8; 12]> {
        let mut nonce = [0; 12];
        nonce[..7].copy_from_slice(&self.head[34..]);
        nonce[7..11].copy_from_slice(&self.count.to_be_bytes());
        nonce[11] = u8::from(last);
        self.count = self.count.checked_add(1).ok_or_else(|| broken("there is too much of it"))?;
        Ok(nonce)
    }

    fn seal(&mut self, msg: &[u8], last: bool) -> io::Result<Vec<u8>> {
        let nonce = Nonce::from(self.nonce(last)?);
        self.cipher.encrypt(&nonce, Payload { msg, aad: &self.head }).map_err(|_| broken("sealing failed"))
    }

    fn open(&mut self, msg: &[u8], last: bool) -> io::Result<Vec<u8>> {
        let nonce = Nonce::from(self.nonce(last)?);
        let opened = self.cipher.decrypt(&nonce, Payload { msg, aad: &self.head });
        opened.map_err(|_| broken("it does not open: the passphrase is another, or the file is damaged"))
    }
}

/// Encrypts what is written; complete only after [`Sealer::finish`].
pub struct Sealer<W> {
    to: W,
    chunks: Chunks,
    buffer: Vec<u8>,
}

impl<W: Write> Sealer<W> {
    pub fn new(mut to: W, passphrase: &Passphrase) -> io::Result<Sealer<W>> {
        let mut head = [0; HEAD];
        head[..5].copy_from_slice(&MAGIC);
        head[5] = VERSION;
        let costs = [Params::DEFAULT_M_COST, Params::DEFAULT_T_COST, Params::DEFAULT_P_COST];
        for (cost, place) in costs.iter().zip(head[6..18].chunks_mut(4)) {
            place.copy_from_slice(&cost.to_be_bytes());
        }
        head[18..].copy_from_slice(&random_bytes::<23>());
        to.write_all(&head)?;
        Ok(Sealer { to, chunks: Chunks::new(head, passphrase)?, buffer: Vec::with_capacity(CHUNK) })
    }

    /// Writes the last chunk, without which the file does not open.
    pub fn finish(mut self) -> io::Result<W> {
        let sealed = self.chunks.seal(&self.buffer, true)?;
        self.to.write_all(&sealed)?;
        Ok(self.to)
    }
}

impl<W: Write> Write for Sealer<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.buffer.len() == CHUNK {
            let sealed = self.chunks.seal(&self.buffer, false)?;
            self.to.write_all(&sealed)?;
            self.buffer.clear();
        }
        let count = bytes.len().min(CHUNK - self.buffer.len());
        self.buffer.extend_from_slice(&bytes[..count]);
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Decrypts what is read. An end that comes too early is an error, never an end.
pub struct Opener<R> {
    from: R,
    chunks: Chunks,
    /// The chunk after the one being read.
    ahead: Vec<u8>,
    plain: Vec<u8>,
    read: usize,
    done: bool,
}

impl<R: Read> Opener<R> {
    pub fn new(mut from: R, passphrase: &Passphrase) -> io::Result<Opener<R>> {
        let mut head = [0; HEAD];
        from.read_exact(&mut head)?;
        let chunks = Chunks::new(head, passphrase)?;
        let ahead = sealed_chunk(&mut from)?;
        Ok(Opener { from, chunks, ahead, plain: Vec::new(), read: 0, done: false })
    }
}

fn sealed_chunk(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut chunk = Vec::with_capacity(CHUNK + TAG);
    from.take((CHUNK + TAG) as u64).read_to_end(&mut chunk)?;
    Ok(chunk)
}

impl<R: Read> Read for Opener<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        while self.read == self.plain.len() && !self.done {
            let next = sealed_chunk(&mut self.from)?;
            self.done = next.is_empty();
            self.plain = self.chunks.open(&self.ahead, self.done)?;
            (self.ahead, self.read) = (next, 0);
        }
        let count = into.len().min(self.plain.len() - self.read);
        into[..count].copy_from_slice(&self.plain[self.read..self.read + count]);
        self.read += count;
        Ok(count)
    }
}

/// Counts and hashes what is written.
#[derive(Debug)]
pub struct Hashed<W> {
    to: W,
    digest: Sha256,
    size: u64,
}

impl<W: Write> Hashed<W> {
    pub fn new(to: W) -> Hashed<W> {
        Hashed { to, digest: Sha256::new(), size: 0 }
    }

    /// Where it went, how many bytes those were, and their SHA-256.
    pub fn finish(self) -> (W, u64, [u8; 32]) {
        (self.to, self.size, self.digest.finalize().into())
    }
}

impl<W: Write> Write for Hashed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let count = self.to.write(bytes)?;
        self.digest.update(&bytes[..count]);
        self.size += count as u64;
        Ok(count)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

impl<W> std::fmt::Debug for Sealer<W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Sealer")
    }
}

impl<R> std::fmt::Debug for Opener<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Opener")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn secret(text: &str) -> Passphrase {
        Passphrase::new(text.to_owned()).expect("not empty")
    }

    fn sealed(plain: &[u8]) -> Vec<u8> {
        let mut sealer = Sealer::new(Vec::new(), &secret("correct horse")).expect("begins");
        sealer.write_all(plain).expect("written");
        sealer.finish().expect("ends")
    }

    fn opened(sealed: &[u8], passphrase: &str) -> io::Result<Vec<u8>> {
        let mut plain = Vec::new();
        Opener::new(sealed, &secret(passphrase))?.read_to_end(&mut plain)?;
        Ok(plain)
    }

    #[test]
    fn every_size_comes_back() {
        for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 3 * CHUNK, 3 * CHUNK + 77] {
            let plain: Vec<u8> = (0..size).map(|n| (n % 251) as u8).collect();
            let sealed = sealed(&plain);
            assert_eq!(opened(&sealed, "correct horse").expect("opens"), plain, "{size}");
        }
    }

    #[test]
    fn nothing_changed_moved_or_cut_opens() {
        let plain = vec![7; 3 * CHUNK];
        let good = sealed(&plain);
        assert!(opened(&good, "wrong horse").is_err());
        let whole = CHUNK + TAG;
        for cut in [HEAD - 1, HEAD, HEAD + 9, HEAD + whole, HEAD + 2 * whole, good.len() - 1] {
            assert!(opened(&good[..cut], "correct horse").is_err(), "{cut}");
        }
        for at in [0, 5, 20, 36, HEAD, good.len() - 1] {
            let mut bad = good.clone();
            bad[at] ^= 1;
            assert!(opened(&bad, "correct horse").is_err(), "{at}");
        }
        let mut swapped = good.clone();
        swapped[HEAD..HEAD + 2 * whole].rotate_left(whole);
        assert!(opened(&swapped, "correct horse").is_err());
        assert!(opened(&[&good[..], &[0]].concat(), "correct horse").is_err());
        assert!(Passphrase::new(String::new()).is_none());
    }
}
