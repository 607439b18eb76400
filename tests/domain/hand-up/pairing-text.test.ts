/** Tests the text by which a station is paired: what is taken, and where an address leads. */
import { expect, test } from 'vitest'
import { isLoopback, pairingTextOf, parsePairing } from '#shared/domain/hand-up/pairing-text.ts'

const FINGERPRINT = 'ab'.repeat(32)

test('what HQ writes is read again, with a fingerprint and without one', () => {
  for (const fingerprint of [FINGERPRINT, null]) {
    const text = { url: 'https://hq.example:8443', fingerprint, code: 'k7Qm2-x' }
    expect(parsePairing(pairingTextOf(text))).toEqual(text)
  }
})

test('a copied text may have been broken into lines, its fingerprint may have colons', () => {
  const colons = FINGERPRINT.match(/../g)?.join(':')
  expect(parsePairing(` https://hq.example:8443#${colons}/\nk7Qm2-x `)).toEqual({
    ...{ url: 'https://hq.example:8443', fingerprint: FINGERPRINT, code: 'k7Qm2-x' },
  })
})

test('plain HTTP is taken to this machine alone', () => {
  expect(parsePairing('http://hq.example:8443#k7Qm2-x')).toBeNull()
  expect(parsePairing('http://127.0.0.1:8443#k7Qm2-x')?.url).toBe('http://127.0.0.1:8443')
  expect(parsePairing('http://[::1]:8443#k7Qm2-x')?.url).toBe('http://[::1]:8443')
})

test.each([
  ['https://localhost:8443', true],
  ['https://LOCALHOST', true],
  ['http://127.0.0.1:8443/', true],
  ['https://[::1]:8443', true],
  ['https://localhost.example:8443', false],
  ['https://10.0.0.7:8443', false],
  ['https://[2001:db8::1]', false],
  ['hq.example', false],
])('%s leads to the machine itself: %s', (url, answer) => {
  expect(isLoopback(url)).toBe(answer)
})
