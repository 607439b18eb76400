/** A newcomer writes `npm start --demo`: it must never open the real record instead. */
import { expect, it } from 'vitest'
import { keptByNpm } from '../../scripts/lib/npm-flags.mjs'
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
  ['--help', 0, /^可用：--port .*--demo.*Options: --port N.*--no-open$/],
  ['-h', 0, /--demo/],
  ['--foo', 64, /^参数有误。可用：--port .*--foo.*Options: --port N/],
])('%s ends with %i and names the options', (arg, code, words) => {
  expect(() => readOptions([arg])).toThrow(words)
  expect(() => readOptions([arg])).toThrow(expect.objectContaining({ code }))
})
