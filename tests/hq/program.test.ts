/** The program of HQ as it is started: one command on an empty database, and a reason otherwise. */
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPostgres } from '#main/adapters/postgres/postgres-js.ts'
import { parsePairing } from '#shared/domain/hand-up/pairing-text.ts'
import { firstOf, handUp, pairSite } from '../kit/hand-up-client.ts'
import { createDatabase, hasPostgres, startPostgres, type PostgresServer } from '../kit/postgres.ts'
import { readyHq as readyOf, runHq as run, startHq as start } from '../kit/hq-program.ts'
import { openStation } from '../kit/station.ts'

describe.skipIf(!hasPostgres)('vigil-hq', () => {
  let postgres: PostgresServer
  let folder = ''
  beforeAll(async () => {
    postgres = await startPostgres()
    folder = mkdtempSync(join(tmpdir(), 'vigil-hq-'))
  })
  afterAll(async () => {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('one command on an empty database: serves, pairs, takes in; is copied, and filled again from the copy', async () => {
    const database = await createDatabase(postgres, 'whole')
    const key = join(folder, 'key', 'signing-key.pem')
    const env = { VIGIL_HQ_DATABASE: database, VIGIL_HQ_KEY: key, VIGIL_HQ_NAME: '集团总部' }
    const serving = start(['--listen', '127.0.0.1:0'], env)
    const { url, name } = await readyOf(serving)
    expect(name).toBe('集团总部')
    expect(statSync(key).mode & 0o777).toBe(0o600)
    const { out } = await run(['code', '--region', '华东', '--address', url], env)
    const text = parsePairing(out.trim())
    expect(text).toMatchObject({ url, fingerprint: null })
    const station = await openStation()
    await station.run()
    const site = await pairSite(url, text!.code, { first: await firstOf(station.journal) })
    expect(site.hq.name).toBe('集团总部')
    await handUp(site, station.journal, ['2026-11'])
    expect((await run(['person', '--person', '赵敏'], env)).code).toBe(0)
    const health = (await (await fetch(`${url}/health`)).json()) as object
    expect(health).toMatchObject({ ok: true, copies: 1, sites: 1, forks: 0 })

    const to = join(folder, 'copy')
    const copied = await run(['backup', '--folder', to], env)
    expect(copied.err).toBe('')
    serving.child.kill('SIGTERM')
    expect((await serving.ended).code).toBe(0)
    const again = await createDatabase(postgres, 'again')
    const restored = await run(['restore', '--folder', to], { ...env, VIGIL_HQ_DATABASE: again })
    expect(restored.out).toBe(copied.out)
    const rowsIn = async (address: string): Promise<readonly object[]> => {
      const sql = openPostgres({ url: address, connections: 1 })
      const rows = await sql.query('select site, seq, hash, line from event order by site, seq')
      const people = await sql.query('select name, digest, role from person')
      const deeds = await sql.query('select id, person, deed from deed')
      await sql.end()
      return [...people, ...deeds, ...rows]
    }
    expect(await rowsIn(again)).toEqual(await rowsIn(database))
    expect((await rowsIn(again)).length).toBeGreaterThan(3)
    const twice = await run(['restore', '--folder', to], { ...env, VIGIL_HQ_DATABASE: again })
    expect([twice.code, twice.err]).toEqual([65, expect.stringContaining('database-not-empty')])

    // planted: a copy that lacks a row is not taken for whole, and fills nothing in
    const lacking = await createDatabase(postgres, 'lacking')
    writeFileSync(
      join(to, 'event.jsonl.gz'),
      Buffer.from('1f8b080000000000000303000000000000000000', 'hex'),
    )
    const damaged = await run(['restore', '--folder', to], { ...env, VIGIL_HQ_DATABASE: lacking })
    expect([damaged.code, damaged.err]).toEqual([2, expect.stringContaining('backup-damaged')])
    expect(await rowsIn(lacking)).toEqual([])
    await station.stop()
  })

  test('a backup has every table but what is worked out again and who is signed in', async () => {
    const database = await createDatabase(postgres, 'all_tables')
    const env = { VIGIL_HQ_DATABASE: database, VIGIL_HQ_KEY: join(folder, 'tables.pem') }
    const { out } = await run(['backup', '--folder', join(folder, 'tables')], env)
    const copied = Object.keys((JSON.parse(out) as { rows: object }).rows)
    const sql = openPostgres({ url: database, connections: 1 })
    const tables = await sql.query<{ name: string }>(
      `select table_name as name from information_schema.tables where table_schema = 'public'`,
    )
    await sql.end()
    const leftOut = tables.map(({ name }) => name).filter((name) => !copied.includes(name))
    expect(leftOut.sort()).toEqual([
      ...['change', 'counted', 'difference', 'folded', 'hq_session', 'incident'],
      ...['stream_span', 'vigil_hq_version'],
    ])
  })

  test('of the backups of each night the newest stay, and one that was not finished goes', async () => {
    const database = await createDatabase(postgres, 'nightly')
    const env = { VIGIL_HQ_DATABASE: database, VIGIL_HQ_KEY: join(folder, 'nightly.pem') }
    const parent = join(folder, 'nights')
    for (const name of [
      'hq-20261126T023000Z',
      'hq-20261127T023000Z',
      '.partial-hq-20261125T023000Z',
    ])
      mkdirSync(join(parent, name), { recursive: true })
    writeFileSync(join(parent, 'hq-20261126T023000Z/manifest.json'), '{}')
    writeFileSync(join(parent, 'hq-20261127T023000Z/manifest.json'), '{}')
    mkdirSync(join(parent, 'notes of somebody'))
    const args = ['backup', '--folder', parent, '--keep']
    const { out, code, err } = await run([...args, '2'], env)
    expect([code, err]).toEqual([0, ''])
    const answer = JSON.parse(out) as { folder: string; removed: string[] }
    expect(answer.removed).toEqual(['hq-20261126T023000Z'])
    expect(readdirSync(parent).sort()).toEqual([
      ...['hq-20261127T023000Z', basename(answer.folder), 'notes of somebody'],
    ])
    // what was kept can be restored
    const restored = await run(['restore', '--folder', answer.folder], {
      ...env,
      VIGIL_HQ_DATABASE: await createDatabase(postgres, 'nightly_again'),
    })
    expect(restored.code).toBe(0)
    expect((await run([...args, 'all'], env)).err).toContain('--keep')
  })

  test('the password of the database comes from a file', async () => {
    const database = await createDatabase(postgres, 'secret')
    const sql = openPostgres({ url: database, connections: 1 })
    await sql.query(`create user clerk login password 'a b:c@d' superuser`)
    const rules = join(postgres.folder, 'pg_hba.conf')
    const before = readFileSync(rules, 'utf8')
    writeFileSync(rules, `host all clerk 127.0.0.1/32 scram-sha-256\n${before}`)
    await sql.query('select pg_reload_conf()')
    await sql.end()
    const [file, key] = [join(folder, 'password'), join(folder, 'secret.pem')]
    writeFileSync(file, 'a b:c@d\n')
    const address = database.replace('vigil@', 'clerk@')
    const args = ['code', '--database', address, '--key', key, '--password-file']
    expect((await run([...args, file])).err).toContain('database-prepared')
    writeFileSync(file, 'another')
    expect((await run([...args, file])).err).toContain('28P01')
    const gone = await run([...args, join(folder, 'nowhere')])
    expect([gone.code, gone.err.split(':')[0]]).toEqual([66, 'password-unreadable'])
  })

  test('what cannot be is said in both languages, with an exit code', async () => {
    const foreign = await createDatabase(postgres, 'foreign_tables')
    const sql = openPostgres({ url: foreign, connections: 1 })
    await sql.query('create table customers (id integer)')
    await sql.end()
    const key = join(folder, 'other', 'key.pem')
    const attempts = await Promise.all([
      run(['--database', foreign, '--key', key]),
      run(['--database', 'postgres://vigil@127.0.0.1:1/x', '--key', key]),
      run([]),
      run(['--database', foreign, '--listen', '0.0.0.0:7390']),
      run(['--database', foreign, 'dance']),
      run([
        ...['code', '--database', foreign, '--key', key, '--listen', '0.0.0.0:7390'],
        ...['--certificate', join(folder, 'no.pem'), '--certificate-key', join(folder, 'no.key')],
      ]),
    ])
    expect(attempts.map(({ code, err }) => [code, err.split(':')[0]])).toEqual([
      [65, 'database-foreign'],
      [66, 'database-unreachable'],
      [64, 'usage'],
      [64, 'usage'],
      [64, 'usage'],
      [66, 'certificate-unreadable'],
    ])
    expect(attempts[3]?.err).toContain('证书')
  })

  test('programs that start at once for the first time come to the same key', async () => {
    const database = await createDatabase(postgres, 'at_once')
    const args = ['code', '--database', database, '--key', join(folder, 'shared', 'key.pem')]
    const both = await Promise.all([run(args), run(args), run(args)])
    expect(both.map(({ code, err }) => [code, err.includes('key-differs')])).toEqual(
      both.map(() => [0, false]),
    )
  })

  test('with another key it is another HQ: refused before it serves', async () => {
    const database = await createDatabase(postgres, 'keyed')
    const code = (key: string) => run(['code', '--database', database, '--key', join(folder, key)])
    expect((await code('first.pem')).code).toBe(0)
    const other = await code('second.pem')
    expect([other.code, other.err]).toEqual([65, expect.stringContaining('key-differs')])
  })
})
