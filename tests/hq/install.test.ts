/**
 * The units, the compose file and the settings of Patroni that are shipped: every command and
 * option in them is one of the program, every path leads to a file, and what systemd can check
 * without running, it has checked.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { HQ_OPTIONS } from '#main/hosts/hq/hq-help.ts'
import { readHqOptions } from '#main/hosts/hq/hq-options.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const HQ = join(ROOT, 'resources/hq')
const textOf = (path: string): string => readFileSync(join(HQ, path), 'utf8')
const units = readdirSync(join(HQ, 'systemd')).filter((name) => /\.(service|timer)$/.test(name))

/** `NAME=value` lines, as systemd and a shell read them. */
function settingsOf(text: string): Record<string, string> {
  const lines = text.split('\n').filter((line) => /^[A-Z_]+=/.test(line))
  return Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2))) as Record<
    string,
    string
  >
}
const valuesOf = (unit: string, key: string): string[] =>
  [...unit.matchAll(new RegExp(`^${key}=(.*)$`, 'gm'))].map(([, value = '']) => value)

/** What the program is started with by a unit, in the environment that the unit gives it. */
function startedBy(name: string): { args: string[]; env: Record<string, string> } {
  const unit = textOf(`systemd/${name}`)
  const [start = ''] = valuesOf(unit, 'ExecStart')
  const [, args = ''] = start.split(' out/main/hq.js ')
  const ofUnit = Object.fromEntries(
    valuesOf(unit, 'Environment').map((line) => line.replace('%d', '/run/cred').split('=')),
  ) as Record<string, string>
  const env = { ...settingsOf(textOf('systemd/vigil-hq.env')), ...ofUnit }
  for (const gone of valuesOf(unit, 'UnsetEnvironment').flatMap((list) => list.split(' ')))
    delete env[gone]
  return { args: args.split(' '), env }
}

const known = Object.values(HQ_OPTIONS).map(({ env }) => env as string)
/** Settings of the wrapper itself. */
const OF_WRAPPER = ['VIGIL_HQ_SETTINGS', 'VIGIL_HQ_PROGRAM', 'VIGIL_HQ_USER']

test('every setting that a shipped file names is one of the program', () => {
  const files = ['systemd', 'container'].flatMap((folder) =>
    readdirSync(join(HQ, folder)).map((name) => `${folder}/${name}`),
  )
  const names = files.flatMap((file) => textOf(file).match(/VIGIL_HQ_[A-Z_]+/g) ?? [])
  expect(names.length).toBeGreaterThan(20)
  expect(names.filter((name) => !known.includes(name) && !OF_WRAPPER.includes(name))).toEqual([])
})

test('the service serves with certificate, key and password from files that it alone can see', () => {
  const { args, env } = startedBy('vigil-hq.service')
  expect(readHqOptions(args, env)).toMatchObject({
    command: 'serve',
    database: 'postgres://vigil@127.0.0.1:5432/vigil_hq',
    passwordFile: '/run/cred/database-password',
    certificate: { cert: '/etc/vigil-hq/tls.pem', key: '/run/cred/tls.key' },
    keyFile: '/run/cred/signing-key.pem',
  })
})

test('whatever ends the service, it is started again, without end', () => {
  const unit = textOf('systemd/vigil-hq.service')
  expect(valuesOf(unit, 'Restart')).toEqual(['always'])
  const [again, most] = [valuesOf(unit, 'RestartSec'), valuesOf(unit, 'RestartMaxDelaySec')]
  expect([Number(again), Number(most)]).toEqual([2, 60])
  // systemd gives up after five starts in ten seconds: this unit never makes as many
  expect(valuesOf(unit, 'StartLimitIntervalSec')).toEqual([])
  expect(Number(again) * 5).toBeGreaterThanOrEqual(10)
})

test('the nightly backup keeps fourteen, in the folder that it may write to', () => {
  const unit = textOf('systemd/vigil-hq-backup.service')
  const { args, env } = startedBy('vigil-hq-backup.service')
  const { command, folder, keep } = readHqOptions(args, env)
  expect([command, folder, keep]).toEqual(['backup', '/var/backups/vigil-hq', 14])
  expect(valuesOf(unit, 'ReadWritePaths')).toEqual([folder])
  expect(textOf('systemd/vigil-hq.tmpfiles')).toContain(`d ${folder} 0700 vigil-hq vigil-hq`)
  // planted: with the settings of the service left in, it would be refused
  expect(() =>
    readHqOptions(args, { ...env, ...settingsOf(textOf('systemd/vigil-hq.env')) }),
  ).toThrow('certificate')
})

test.each(units)('%s leads to files that are there', (name) => {
  const unit = textOf(`systemd/${name}`)
  for (const address of valuesOf(unit, 'Documentation'))
    expect(existsSync(address.replace('file:///opt/vigil', ROOT))).toBe(true)
  const [node = '', program = ''] = valuesOf(unit, 'ExecStart').join('').split(' ')
  if (!name.endsWith('.service')) return
  const { optionalDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    optionalDependencies: Record<string, string>
  }
  const [, , , , packageName = ''] = node.split('/')
  expect(Object.keys(optionalDependencies)).toContain(packageName)
  const build = readFileSync(join(ROOT, 'electron.vite.config.ts'), 'utf8')
  expect(program).toBe('out/main/hq.js')
  expect(build).toContain("hq: at('src-main/hosts/hq/command-line.ts')")
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0
if (!hasSystemd) console.warn('systemd-analyze is not here: the check of the units is SKIPPED')
describe.skipIf(!hasSystemd)('systemd-analyze', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vigil-units-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  /** The units as they are, but for a program that is on this machine. */
  function verified(change: (text: string) => string = (text) => text): string {
    for (const name of units) {
      const there = textOf(`systemd/${name}`).replaceAll(
        /^ExecStart=\S+/gm,
        `ExecStart=${process.execPath}`,
      )
      writeFileSync(join(folder, name), change(there))
    }
    const files = units.map((name) => join(folder, name))
    const { status, stderr } = spawnSync('systemd-analyze', ['verify', ...files], {
      encoding: 'utf8',
    })
    const findings = stderr.split('\n').filter((line) => line.includes('vigil-hq'))
    return [...(status === 0 ? [] : [`exit ${status}`]), ...findings].join('\n')
  }

  test('finds nothing in the units', () => {
    expect(verified()).toBe('')
    // planted: a directive that there is not
    expect(verified((text) => text.replace('ProtectHome=', 'ProtectHouse='))).toContain(
      'ProtectHouse',
    )
  })

  test.each(units.filter((name) => name.endsWith('.service')))('%s is exposed little', (name) => {
    const { stdout } = spawnSync(
      'systemd-analyze',
      ['security', '--offline=true', join(folder, name)],
      { encoding: 'utf8' },
    )
    const [, exposure = ''] = /exposure level for \S+: ([\d.]+)/.exec(stdout) ?? []
    expect(Number(exposure)).toBeGreaterThan(0)
    expect(Number(exposure)).toBeLessThan(2) // of ten; a unit without directives has 9.6
  })
})

type Service = {
  build?: { context: string; dockerfile: string }
  command?: string[]
  environment: Record<string, string>
  secrets?: string[]
  volumes?: string[]
}
const compose = parse(textOf('container/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>
  secrets: Record<string, unknown>
  volumes: Record<string, unknown>
}

test('the compose file starts the program by options that it has', () => {
  const { hq, backup, database } = compose.services
  const folderOf = (volume = ''): string => volume.split(':')[1] ?? ''
  expect(readHqOptions(hq?.command ?? ['serve'], hq!.environment)).toMatchObject({
    command: 'serve',
    certificate: { cert: '/run/secrets/tls.pem', key: '/run/secrets/tls.key' },
    keyFile: `${folderOf(hq?.volumes?.[0])}/signing-key.pem`,
  })
  expect(readHqOptions(backup!.command!, backup!.environment)).toMatchObject({
    command: 'backup',
    folder: folderOf(backup?.volumes?.[0]),
    keep: 14,
  })
  const { POSTGRES_USER: user, POSTGRES_DB: name } = database!.environment
  expect(hq?.environment['VIGIL_HQ_DATABASE']).toBe(`postgres://${user}@database:5432/${name}`)
})

test('every secret and volume of a service is declared, and its file can be read by nobody else', () => {
  const services = Object.values(compose.services)
  const used = (list: readonly (readonly string[] | undefined)[]): string[] =>
    [...new Set(list.flatMap((names) => names ?? []))].sort()
  expect(used(services.map(({ secrets }) => secrets))).toEqual(Object.keys(compose.secrets).sort())
  const volumes = services.map(({ volumes }) => volumes?.map((volume) => volume.split(':')[0]!))
  expect(used(volumes)).toEqual(Object.keys(compose.volumes).sort())
  // secrets reach the program as files alone
  const values = services.flatMap(({ environment }) => Object.values(environment))
  expect(values.filter((value) => /:\/\/[^@/]*:[^@/]*@/.test(value))).toEqual([])
})

test('the image is built from these sources', () => {
  const folder = join(HQ, 'container')
  const { context = '', dockerfile = '' } = compose.services['hq']?.build ?? {}
  expect(resolve(folder, context)).toBe(ROOT)
  expect(existsSync(resolve(folder, context, dockerfile))).toBe(true)
  const file = textOf('container/Dockerfile')
  const [, entry = ''] = /ENTRYPOINT \["node", "(.*)"\]/.exec(file) ?? []
  expect(file).toContain('COPY --from=build /build/out ./out')
  expect(entry).toBe('out/main/hq.js')
  for (const [, path = ''] of file.matchAll(/COPY --from=build \/build\/(\S+)/g))
    if (path !== 'out') expect(existsSync(join(ROOT, path))).toBe(true)
})

describe('two servers and a voter', () => {
  type Patroni = {
    etcd3: { hosts: string[] }
    bootstrap: { dcs: Record<string, unknown> & { ttl: number; loop_wait: number } }
  }
  const patroni = parse(textOf('patroni/patroni.yml')) as Patroni
  test('commits are on two disks, and a standby that is gone stops nobody', () => {
    const { dcs } = patroni.bootstrap
    expect(dcs).toMatchObject({ synchronous_mode: true, synchronous_mode_strict: false })
    expect([dcs.ttl, dcs.loop_wait]).toEqual([10, 3])
    expect(dcs.loop_wait + 2 * Number(dcs['retry_timeout'])).toBeLessThanOrEqual(dcs.ttl)
  })

  test('Patroni asks the three voters that etcd makes', () => {
    const etcd = settingsOf(textOf('patroni/etcd'))
    const members = etcd['ETCD_INITIAL_CLUSTER']!.split(',').map((part) => part.split('//')[1]!)
    const hosts = members.map((member) => member.replace(':2380', ':2379'))
    expect(patroni.etcd3.hosts).toEqual(hosts)
    expect(hosts).toHaveLength(3)
  })
})
