/** The rest of the command line, its words and its exit codes. */
import { writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readArguments } from '#main/hosts/node/arguments.ts'
import { COMMANDS, helpOf } from '#main/hosts/node/help.ts'
import { Stop } from '#main/hosts/node/exit-codes.ts'
import { requireSameSite, machineZone, newSite } from '#main/hosts/node/new-site.ts'
import { SITE_KINDS } from '#shared/domain/site/site.ts'
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
    expect(readArguments(['--help'])).toEqual({ name: 'help', of: null })
    expect(readArguments(['serve', '--help'])).toEqual({ name: 'help', of: 'serve' })
    expect(readArguments(['plans', 'check', '-h'])).toEqual({ name: 'help', of: 'plans check' })
    expect(readArguments(['help', 'export'])).toEqual({ name: 'help', of: 'export' })
    expect(readArguments(['backup', '--data', '/d', '--to', '/b'])).toEqual({
      name: 'backup',
      dir: '/d',
      to: '/b',
    })
    expect(readArguments(['restore', '--data', '/d', '--from', '/b'])).toEqual({
      name: 'restore',
      dir: '/d',
      from: '/b',
    })
  })

  it('of an export are a month, its draft or an issue by number, or two days', () => {
    const read = (...args: string[]) =>
      readArguments(['export', '--data', '/d', '--format', 'pdf', ...args])
    const common = { name: 'export', dir: '/d', format: 'pdf', language: 'zh', table: undefined }
    expect(read('--month', '2026-11', '--out', '/o/a.pdf')).toEqual({
      ...common,
      what: { month: '2026-11' },
      out: '/o/a.pdf',
      isFolder: false,
    })
    expect(read('--month', '2026-11', '--draft', '--personal')).toMatchObject({
      what: { month: '2026-11', draft: true, personal: true },
      out: process.cwd(), // the program names the file
    })
    expect(read('--month', '2026-11', '--number', '0')).toMatchObject({
      what: { month: '2026-11', number: 0 },
    })
    expect(read('--from', '2026-11-01', '--to', '2026-11-30', '--lang', 'en')).toMatchObject({
      what: { from: '2026-11-01', to: '2026-11-30' },
      language: 'en',
    })
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

describe('what is wrong with an option', () => {
  const month = ['export', '--data', '/d', '--format', 'xlsx', '--month', '2026-11']
  const days = ['export', '--data', '/d', '--format', 'xlsx']
  it.each([
    [
      ['serve', '--data', '/d', '--demo'],
      '没有这个选项：--demo。serve可用：--data --port --site --zone',
      'There is no option --demo. Options of serve: --data --port --site --zone',
    ],
    [
      ['verify', '--data'],
      '--data后面没有写值，写成 --data DIR',
      '--data needs a value: --data DIR',
    ],
    [['backup', '--data', '/d', '--to'], '写成 --to FOLDER', '--to FOLDER'],
    [['export', '--data', '/d', '--to'], '写成 --to 2026-11-30', '--to 2026-11-30'],
    [['serve', '--data', '--port', '0'], '--data后面没有写值', '--data needs a value'],
    [[...month, '--draft=1'], '--draft后面不写值', '--draft does not take a value'],
    [['verify', '--data', '/d', 'more'], '多余的参数：more', 'Unexpected argument: more'],
    [[...month, '--draft', '--number', '1'], '只能用一样', 'either --draft or --number'],
    [[...month, '--number', 'x'], '0是首次签发', '0 for the first issue'],
    [[...month, '--from', '2026-11-01'], '只能用一样', 'either --month or --from'],
    [[...days, '--month', '2026-13'], '没有这个月份：2026-13', 'no month 2026-13'],
    [[...days], '没有写要导出什么', 'Nothing to export'],
    [[...days, '--from', '2026-11-01'], '要一起写', 'belong together'],
    [
      [...days, '--from', '2026-02-30', '--to', '2026-03-01'],
      '没有这一天：2026-02-30',
      'no such day: 2026-02-30',
    ],
    [[...days, '--from', '2026-03-02', '--to', '2026-03-01'], '请对调', 'swap them'],
    [
      [...days, '--from', '2026-03-01', '--to', '2026-03-02', '--draft'],
      '只用于--month',
      'for --month only',
    ],
    [['export', '--data', '/d', '--month', '2026-11', '--format', 'doc'], '之一：doc', 'json: doc'],
  ])('%j: it is named in both languages', (args, chinese, english) => {
    const { exit, text } = refusal(...args)
    expect(exit).toBe(64)
    expect(text.zh).toContain(chinese)
    expect(text.en).toContain(english)
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
    expect(unknown.err).toContain('plans check')
  })

  it('shows each command by itself, with examples that it takes', async () => {
    for (const name of Object.keys(COMMANDS)) {
      const text = helpOf(name)
      expect(text).toContain(`station ${name} ${COMMANDS[name]?.usage}`)
      for (const example of COMMANDS[name]?.examples ?? []) {
        expect(text).toContain(example)
        // one of them may show the next command
        expect(() => readArguments(example.split(' ').slice(1))).not.toThrow()
      }
    }
    expect(await runProgram(['export', '--help'])).toEqual({
      code: 0,
      out: helpOf('export'),
      err: '',
    })
  })

  it('ends a wrong use with what is wrong, whole: what stands above it may scroll away', async () => {
    const last = ({ err }: { err: string }): string => err.trimEnd().split('\n').at(-1) ?? ''
    expect(last(await runProgram(['dance']))).toBe(
      'usage: 没有这个命令：dance / There is no such command: dance',
    )
    const kinds = Object.keys(SITE_KINDS).join(' ')
    const wrong = await runProgram(['serve', '--data', '/d', '--site', 'castle'])
    expect(last(wrong)).toBe(
      `usage: 没有这种单位类型：castle。可用：${kinds} / There is no such kind of site: castle. Known: ${kinds}`,
    )
    expect(wrong.err.split('\n').length).toBeLessThan(6)
    expect(wrong.err).toContain('station serve --help')
  })

  const places = ['file', 'file/below', ...(process.platform === 'linux' ? ['/proc/vigil/x'] : [])]
  it.each(places)('refuses at once to run in a folder that cannot be: %s', async (place) => {
    const folder = newFolder()
    writeFileSync(join(folder, 'file'), 'not a folder')
    const dir = resolve(folder, place)
    for (const command of ['serve', 'demo']) {
      const { code, err } = await runProgram([command, '--data', dir])
      expect([code, err.trimEnd().split('\n').at(-1)]).toEqual([
        74,
        expect.stringMatching(
          /^folder-unusable: 数据目录.*无法使用：.* \/ The data folder .* cannot/,
        ),
      ])
    }
    const { code, err } = await runProgram(['verify', '--data', dir])
    expect([code, err]).toEqual([66, expect.stringMatching(/^no-record: /)])
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
