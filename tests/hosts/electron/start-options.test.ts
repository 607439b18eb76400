/** Tests the arguments that the desktop program is started with. */
import { homedir } from 'node:os'
import { describe, expect, it } from 'vitest'
import {
  restartArguments,
  restartDelay,
  readStartOptions,
  usualFolder,
  type Environment,
} from '#main/hosts/electron/start-options.ts'
import { usualPlace } from '../../../scripts/lib/places.mjs'

const linux: Environment = { platform: 'linux', env: {}, home: '/home/zhou', cwd: '/srv' }
const read = (...args: string[]): ReturnType<typeof readStartOptions> =>
  readStartOptions(args, linux)

describe('where the data lies', () => {
  it.each([
    ['linux', {}],
    ['linux', { XDG_DATA_HOME: '/data' }],
    ['darwin', {}],
    ['win32', { APPDATA: 'C:\\Users\\zhou\\AppData\\Roaming' }],
    ['win32', {}],
  ])('is the folder that the launcher opens, too (%s %o)', (platform, env) => {
    expect(usualFolder({ platform, env, home: homedir(), cwd: '/' })).toBe(
      usualPlace(platform, env, homedir()),
    )
  })

  it('is a folder that was named, read from where the program was started', () => {
    expect(read('--data', 'duty')).toMatchObject({ dir: '/srv/duty', named: true })
    expect(read('--data=/var/duty')).toMatchObject({ dir: '/var/duty', named: true })
    expect(read()).toMatchObject({ dir: '/home/zhou/.local/share/vigil', named: false })
  })
})

describe('what else is said', () => {
  it('takes a kind of site and a zone that exist, and passes over what it does not know', () => {
    expect(read('.', '--site', 'mall', '--zone=Asia/Urumqi', '--enable-logging')).toMatchObject({
      site: 'mall',
      zone: 'Asia/Urumqi',
    })
    expect(read('--site', 'castle', '--zone', 'Moon/Base', '--data', '--site')).toMatchObject({
      site: undefined,
      zone: undefined,
      named: false,
    })
  })

  it('takes a port, and passes over what is none', () => {
    expect([read('--port', '7400').port, read('--port=0').port, read().port]).toEqual([
      7_400,
      0,
      undefined,
    ])
    for (const none of ['-1', '65536', '7e3', ''])
      expect(read(`--port=${none}`).port, none).toBeUndefined()
  })

  it('starts itself anew with the same arguments and the new delay', () => {
    const args = ['.', '--data', 'duty', '--delay=30000']
    expect(restartArguments(args, 5_000)).toEqual(['.', '--data', 'duty', '--delay=5000'])
    expect(restartArguments(['--delay', '30000', '.'], 0)).toEqual(['.'])
    expect(read(...args).delay).toBe(30_000)
    expect([
      read('--delay=x').delay,
      read('--delay=-1').delay,
      read('--delay=9999999').delay,
    ]).toEqual([0, 0, 60_000])
  })

  it('a program that fell over within a minute waits before it tries again', () => {
    expect([restartDelay(59_999), restartDelay(60_000)]).toEqual([30_000, 0])
  })
})
