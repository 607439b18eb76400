/** The rest of the command line, its words and its exit codes. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '#main/hosts/node/arguments.ts'
import { Stop } from '#main/hosts/node/exit-codes.ts'
import { requireSameSite, machineZone, newSite } from '#main/hosts/node/new-site.ts'
import { newFolder, runProgram } from './cli.ts'

const refusal = (...args: string[]): Stop => {
  try {
    readArguments(args)
  } catch (error) {
    if (error instanceof Stop) return error
  }
  throw new Error(`${args.join(' ')} was taken`)
}

describe('arguments', () => {
  it('are a command with its options', () => {
    expect(
      readArguments([
        'serve',
        '--data',
        '/d',
        '--port',
        '0',
        '--site',
        'mall',
        '--zone',
        'Asia/Shanghai',
      ]),
    ).toEqual({ name: 'serve', dir: '/d', port: 0, site: 'mall', zone: 'Asia/Shanghai' })
    expect(readArguments(['serve', '--data=/d'])).toEqual({
      name: 'serve',
      dir: '/d',
      port: undefined,
      site: undefined,
      zone: undefined,
    })
    expect(readArguments(['verify', '--data', '/d'])).toEqual({ name: 'verify', dir: '/d' })
    expect(readArguments(['demo', '--data', '/d'])).toEqual({ name: 'demo', dir: '/d' })
    expect(readArguments(['plans', 'check', 'a.yaml', 'b.yaml'])).toEqual({
      name: 'plans-check',
      files: ['a.yaml', 'b.yaml'],
    })
    expect(readArguments(['serve', '--help'])).toEqual({ name: 'help' })
  })

  it.each([
    [],
    ['dance'],
    ['serve'],
    ['serve', '--data', ''],
    ['serve', '--data', '/d', '--port', '65536'],
    ['serve', '--data', '/d', '--port', '-1'],
    ['serve', '--data', '/d', '--port', '1e3'],
    ['serve', '--data', '/d', '--site', 'moon'],
    ['serve', '--data', '/d', '--site', 'constructor'],
    ['serve', '--data', '/d', '--zone', 'Mars/Base'],
    ['serve', '--data', '/d', '--colour', 'red'],
    ['serve', '--data', '/d', 'more'],
    ['verify'],
    ['demo'],
    ['plans'],
    ['plans', 'burn'],
  ])('are refused with exit code 64: %s %s %s %s %s', (...args) => {
    const { exit, code, text } = refusal(...args.filter((arg) => arg !== undefined))
    expect({ exit, code }).toEqual({ exit: 64, code: 'usage' })
    expect(text.zh).toMatch(/\p{Script=Han}/u)
  })
})

describe('the zone of a new site', () => {
  it('is the machine’s, and the users’ country where the machine was told none: nobody’s site lies in UTC', () => {
    for (const zone of ['Europe/Berlin', 'Europe/London', 'Asia/Urumqi', 'America/New_York'])
      expect(machineZone(zone)).toBe(zone)
    for (const zone of [undefined, 'UTC', 'Etc/UTC', 'GMT', 'Etc/GMT', '+00:00', 'Etc/Unknown'])
      expect(machineZone(zone), zone).toBe('Asia/Shanghai')
  })
})

describe('a site that was founded', () => {
  it('is held to by the same words again, and contradicted by no others', () => {
    const site = newSite('mall', 'Asia/Shanghai')
    expect(() => requireSameSite(site, site, 'mall', 'Asia/Shanghai')).not.toThrow()
    expect(() => requireSameSite(site, site, undefined, undefined)).not.toThrow()
    expect(() => requireSameSite(site, site, 'all', undefined)).toThrow(
      '--site is for a new folder only',
    )
    expect(() => requireSameSite(site, site, 'mall', 'Asia/Tokyo')).toThrow(
      '--zone is for a new folder only',
    )
  })
})

describe('the command line', () => {
  it('explains itself', async () => {
    const help = await runProgram(['--help'])
    expect(help).toMatchObject({ code: 0, err: '' })
    for (const command of ['serve', 'verify', 'demo', 'plans check', 'export', 'backup', 'restore'])
      expect(help.out).toContain(command)
    expect(await runProgram(['--version'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    })
    const unknown = await runProgram(['dance'])
    expect(unknown).toMatchObject({ code: 64, out: '' })
    expect(unknown.err).toContain('usage: 没有这个命令：dance / There is no such command: dance')
    expect(unknown.err).toContain('plans check')
  })

  it('writes a refusal in both languages on standard error', async () => {
    expect(await runProgram(['verify', '--data', '/nowhere'])).toEqual({
      code: 66,
      out: '',
      err: expect.stringMatching(/^no-record: .*没有记录 \/ There is no record .*\n$/),
    })
  })
})

describe('plans check', () => {
  it('finds no error in the library of this installation', async () => {
    expect((await runProgram(['plans', 'check'])).code).toBe(0)
  })

  it('lists what is wrong, one finding a line: exit 1', async () => {
    const file = join(newFolder(), 'broken.yaml')
    writeFileSync(file, 'id: other\nsteps: [')
    const { code, out } = await runProgram([
      'plans',
      'check',
      file,
      join(newFolder(), 'missing.yaml'),
    ])
    expect(code).toBe(1)
    const lines = out.trim().split('\n')
    expect(lines.length).toBeGreaterThanOrEqual(2)
    for (const line of lines) expect(line).toMatch(/\.yaml(: [^:]+)?: error [\w-]+: .+ \/ .+/)
  })
})
