/** A newcomer writes `npm start --demo`: it must never open the real record instead. */
import { expect, it } from 'vitest'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
import { keptByNpm } from '../../scripts/lib/npm-flags.mjs'
import { helpText, wantsHelp } from '../../scripts/lib/options.mjs'
import { readOptions } from '../../scripts/start.mjs'

it('hears the options that npm kept for itself', () => {
  expect(keptByNpm({ npm_config_demo: 'true' })).toEqual(['--demo'])
  expect(keptByNpm({ npm_config_data: '/srv/vigil', npm_config_port: '7000' })).toEqual([
    '--data',
    '/srv/vigil',
    '--port',
    '7000',
  ])
  expect(keptByNpm({ npm_config_demo: '', npm_config_yes: 'true' })).toEqual([])
  expect(readOptions(keptByNpm({ npm_config_demo: 'true' }))).toMatchObject({ demo: true })
  expect(readOptions(keptByNpm({ npm_config_browser: 'true' }))).toMatchObject({
    window: false,
    open: true,
  })
  expect(keptByNpm({ npm_config_browser: 'firefox' })).toEqual([]) // npm's own setting
})

it('refuses a folder option without its value', () => {
  expect(() => readOptions(keptByNpm({ npm_config_data: 'true' }))).toThrow()
})

it.each([
  [
    ['--foo'],
    /^没有这个选项：--foo。npm start可用：--data --port .*--no-open {2}· {2}There is no option --foo\. Options of npm start: --data --port .*--no-open$/,
  ],
  [['-x'], /^没有这个选项：-x。/],
  [['--data'], /^--data后面没有写值，写成 --data DIR {2}· {2}--data needs a value: --data DIR$/],
  [['--data', '--demo'], /^--data后面没有写值/],
  [['--data='], /^--data后面没有写值/],
  [['--site'], /^--site后面没有写值，写成 --site KIND {2}· /],
  [['--demo=yes'], /^--demo后面不写值 {2}· {2}--demo does not take a value$/],
  [['demo'], /^多余的参数：demo {2}· {2}Unexpected argument: demo$/],
  [['--port', 'abc'], /^端口无效：abc，须为0到65535的整数 {2}· {2}abc is no port/],
  [['--port', '99999'], /^端口无效：99999/],
  [['--port', '-1'], /^端口无效：-1/],
  [['--zone', 'Mars/Base'], /^没有这个时区：Mars\/Base.*There is no time zone Mars\/Base/],
  [['--demo', '--data', '/d'], /^--demo与--data不能同时使用/],
])('%j ends with 64 and a line in both languages', (args, words) => {
  expect(() => readOptions(args)).toThrow(words)
  expect(() => readOptions(args)).toThrow(expect.objectContaining({ code: 64 }))
})

it('a kind of site that there is not is answered with all that there are', () => {
  const kinds = Object.keys(SITE_KINDS).join(' ')
  expect(() => readOptions(['--site', 'castle'])).toThrow(
    `没有这种单位类型：castle。可用：${kinds}  ·  There is no such kind of site: castle. Known: ${kinds}`,
  )
  expect(readOptions(['--site', 'mall', '--zone', 'Asia/Urumqi', '--port=0'])).toMatchObject({
    site: 'mall',
    zone: 'Asia/Urumqi',
    port: 0,
    ownPort: true,
  })
})

it('help is asked for in three ways, and names each option, the kinds of site, the usual folder and examples', () => {
  for (const arg of ['--help', '-h', 'help']) expect(wantsHelp([arg])).toBe(true)
  expect(wantsHelp(['--demo'])).toBe(false)
  const text = helpText('/home/duty/.local/share/vigil')
  for (const words of [
    '--data DIR',
    '--port N',
    '--site KIND',
    '--zone ZONE',
    '--demo',
    '--browser',
    '--no-open',
    'gas-customer-service',
    '/home/duty/.local/share/vigil',
    'npm start -- --demo',
    'station.js --help',
  ])
    expect(text).toContain(words)
})
