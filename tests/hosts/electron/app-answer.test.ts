/** The answers of `app:`, to addresses of ours and to a list of attacks. */
import { describe, expect, it } from 'vitest'
import { SECURITY_HEADERS } from '#main/adapters/http/headers.ts'
import type { Pages } from '#main/adapters/http/built-pages.ts'
import { answerApp } from '#main/hosts/electron/app-answer.ts'
import { withPlainStyle } from '#main/hosts/electron/plain-style.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text))
const pages: Pages = new Map([
  ['/', { bytes: bytes('<html>'), type: 'text/html; charset=utf-8', cache: 'no-store' }],
  ['/wall', { bytes: bytes('<wall>'), type: 'text/html; charset=utf-8', cache: 'no-store' }],
  [
    '/assets/x-12345678.js',
    { bytes: bytes('1'), type: 'text/javascript; charset=utf-8', cache: 'immutable' },
  ],
])
const programPages = new Map([['/plain', () => '<p>now</p>']])
const get = (address: string, method = 'GET'): ReturnType<typeof answerApp> =>
  answerApp(method, address, pages, programPages)

describe('what is there', () => {
  it('comes with its own kind and the headers of the station', () => {
    expect(get('app://console/?theme=light#x')).toEqual({
      status: 200,
      headers: {
        ...SECURITY_HEADERS,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
      },
      body: pages.get('/')!.bytes,
    })
    expect(get('app://console/assets/x-12345678.js').headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
    })
  })

  it('comes without a body when only asked after', () => {
    expect(get('app://console/', 'HEAD')).toMatchObject({ status: 200, body: null })
    expect(get('app://console/plain', 'HEAD')).toMatchObject({ status: 200, body: null })
  })

  it('is written anew each time on a page of the program, which may run no script at all', () => {
    const answer = get('app://console/plain')
    expect(answer).toMatchObject({ status: 200, body: '<p>now</p>' })
    expect(answer.headers['content-security-policy']).not.toContain('script-src')
    expect(answer.headers['content-security-policy']).toMatch(/^default-src 'none'; /)
  })
})

describe('what is not there', () => {
  it.each([
    'app://console/..%2f..%2fetc/passwd',
    'app://console/%2e%2e/index.html',
    'app://console/assets/..%5cx.js',
    'app://console//assets/x-12345678.js',
    'app://console/x%00.js',
    'app://console/.git/config',
    'app://console/assets/x-12345678.js.map',
    'app://console/index.html',
    'app://console/wall',
    'app://console/assets/',
    'app://evil/',
    `app://console/${'a'.repeat(300)}`,
    'file:///etc/passwd',
    'app://x@console/',
  ])('404, with every header: %s', (address) => {
    const answer = get(address)
    expect(answer).toMatchObject({ status: 404, body: null })
    expect(answer.headers).toMatchObject(SECURITY_HEADERS)
  })

  it.each(['POST', 'PUT', 'TRACE', 'DELETE', 'OPTIONS'])('405: %s', (method) => {
    expect(get('app://console/', method)).toMatchObject({ status: 405, body: null })
  })
})

describe('the style of the plain page', () => {
  const pagesWith = (text: string): Pages =>
    new Map([
      [
        '/assets/a-12345678.css',
        { bytes: bytes(text), type: 'text/css; charset=utf-8', cache: 'x' },
      ],
    ])
  const style = (built: Pages): string =>
    new TextDecoder().decode(withPlainStyle(built).get('/plain.css')!.bytes)

  it('brings the bundled font along, by addresses that hold from anywhere, and nothing else of the other pages', () => {
    const css = style(
      pagesWith(
        '@font-face{font-family:N;src:url(./n-1.woff2)format("woff2");unicode-range:U+1}@font-face{src:url(data:font/woff2;base64,x)}.bar{color:red}',
      ),
    )
    expect(css).toContain(
      '@font-face{font-family:N;src:url(/assets/n-1.woff2)format("woff2");unicode-range:U+1}',
    )
    expect(css).toContain('url(data:font/woff2;base64,x)')
    expect(css).not.toContain('.bar')
  })

  it('is there without a build, too', () => {
    expect(style(new Map())).toContain('body {')
  })
})
