/** Tests where pages may go and what they may ask for (checklist items 5, 13, 15, 17). */
import { describe, expect, it } from 'vitest'
import {
  isAppPage,
  isOurFrame,
  mayLoad,
  mayNavigate,
  mayUse,
} from '#main/hosts/electron/navigation-policy.ts'

const STATION = 'http://127.0.0.1:7373'
const FOREIGN = [
  '',
  'about:blank',
  'about:srcdoc',
  'file:///etc/passwd',
  'app://consolex/',
  'app://console.evil/',
  'app://x@console/',
  'app://console:1/',
  'appx://console/',
  'null',
  'javascript:alert(1)',
  'https://console/',
  'http://127.0.0.1:7374/wall',
  'http://localhost:7373/',
  'https://127.0.0.1:7373/',
  'http://127.0.0.1:7373@evil.example/',
  'chrome://gpu',
  'view-source:app://console/',
  'ftp://127.0.0.1:7373/',
  'data:text/html,x',
  'blob:app://console/x',
]

describe('the console may go', () => {
  it('to its own pages only', () => {
    expect(mayNavigate('app', 'app://console/', true, STATION)).toBe(true)
    expect(mayNavigate('app', 'app://console/?lang=en#x', true, STATION)).toBe(true)
    for (const address of [...FOREIGN, `${STATION}/`])
      expect(mayNavigate('app', address, true, STATION), address).toBe(false)
  })

  it('nowhere with a frame inside a page', () => {
    expect(mayNavigate('app', 'app://console/', false, STATION)).toBe(false)
    expect(mayNavigate('wall', `${STATION}/wall`, false, STATION)).toBe(false)
  })
})

describe('the wall may go', () => {
  it('to the station only, on its very port', () => {
    expect(mayNavigate('wall', `${STATION}/wall#key=x`, true, STATION)).toBe(true)
    for (const address of [...FOREIGN, 'app://console/'])
      expect(mayNavigate('wall', address, true, STATION), address).toBe(false)
  })

  it('nowhere while the station is not served', () => {
    expect(mayNavigate('wall', `${STATION}/wall`, true, null)).toBe(false)
  })
})

describe('what is loaded', () => {
  it.each<[string, 'app' | 'wall', boolean]>([
    ['app://console/assets/x.js', 'app', true],
    ['app://console/assets/x.js', 'wall', false],
    [`${STATION}/assets/x.js`, 'wall', true],
    [`${STATION}/x`, 'app', false],
    ['data:audio/wav;base64,AAAA', 'app', true],
    ['file:///etc/passwd', 'app', false],
    ['file:///etc/passwd', 'wall', false],
    ['https://example.org/', 'app', false],
    ['http://169.254.169.254/', 'wall', false],
    ['ws://127.0.0.1:7373/', 'wall', false],
    ['not an address', 'app', false],
  ])('%s into %s: %s', (address, profile, allowed) => {
    expect(mayLoad(profile, address, STATION, true, 'media')).toBe(allowed)
  })

  it.each<[string, boolean]>([
    ['image', true],
    ['font', true],
    ['media', true],
    ['mainFrame', false],
    ['subFrame', false],
    ['script', false],
    ['stylesheet', false],
    ['object', false],
    ['xhr', false],
    ['other', false],
  ])('what a page carries itself as %s: %s', (type, allowed) => {
    for (const address of ['data:text/html,x', 'blob:app://console/x'])
      for (const profile of ['app', 'wall'] as const)
        expect(mayLoad(profile, address, STATION, true, type), address).toBe(allowed)
  })

  it('developer tools, while there are any', () => {
    expect([
      mayLoad('app', 'devtools://devtools/x', STATION, false, 'mainFrame'),
      mayLoad('app', 'devtools://devtools/x', STATION, true, 'mainFrame'),
    ]).toEqual([true, false])
  })
})

describe('permissions', () => {
  it.each(['notifications', 'fullscreen', 'speaker-selection', 'clipboard-sanitized-write'])(
    '%s: for a page of ours, in its main frame',
    (permission) => {
      expect(mayUse(permission, 'app://console/')).toBe(true)
      expect(mayUse(permission, 'app://console')).toBe(true) // an origin
      expect(mayUse(permission, 'app://console/', false)).toBe(false)
      for (const address of FOREIGN) expect(mayUse(permission, address), address).toBe(false)
    },
  )

  it.each([
    'media',
    'geolocation',
    'openExternal',
    'clipboard-read',
    'midi',
    'hid',
    'usb',
    'serial',
    'display-capture',
    'fileSystem',
    'unknown',
    'toString',
  ])('%s: never', (permission) => {
    expect(mayUse(permission, 'app://console/')).toBe(false)
  })
})

describe('a sender', () => {
  const frame = (part: object = {}): Parameters<typeof isOurFrame>[0] => ({
    url: 'app://console/',
    parent: null,
    isDestroyed: () => false,
    ...part,
  })

  it('is the main frame of a page of ours', () => {
    expect(isOurFrame(frame())).toBe(true)
  })

  it.each<[string, Parameters<typeof isOurFrame>[0]]>([
    ['gone before it was asked', null],
    ['destroyed', frame({ isDestroyed: () => true })],
    ['a frame inside a page', frame({ parent: {} })],
    ...FOREIGN.map((url): [string, Parameters<typeof isOurFrame>[0]] => [
      `at ${url || 'no address'}`,
      frame({ url }),
    ]),
  ])('is refused: %s', (_what, sender) => {
    expect(isOurFrame(sender)).toBe(false)
  })
})

it('an address is compared by scheme and host: Node calls the origin of every own scheme null', () => {
  expect(new URL('app://console/').origin).toBe('null')
  expect(isAppPage('app://console/')).toBe(true)
  // never asked for so; the parser lowers the scheme, not the host
  expect(isAppPage('APP://CONSOLE/')).toBe(false)
})
