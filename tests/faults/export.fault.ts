/**
 * A program killed fifty times during an export leaves the older file or a whole one; a disk that
 * fills leaves the older one, and says so in words. LibreOffice opens a workbook and reads back
 * what was written, without a formula.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createDocumentWriter } from '#main/adapters/export/document-writer.ts'
import { harmedBy } from '../adapters/export/kill.ts'
import { documentWith, SOURCE, table, VALUES, WHOLE } from '../adapters/export/papers.ts'
import { check, mustFail, printNote, runChecks } from './lib/checks.ts'
import { inNewFolder } from './lib/station.ts'

const KILLS = 50
const log = {
  info: () => undefined,
  error: (event: string, error: unknown) => printNote(`${event}: ${String(error)}`),
}
const writer = createDocumentWriter(() => Promise.reject(new Error('nothing is printed here')), log)

async function onFullDisk(): Promise<string[]> {
  return inNewFolder(async (dir) => {
    const disk = join(dir, 'disk')
    mkdirSync(disk)
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status !== 0) {
      printNote('no small file system can be mounted here (needs root): a full disk was not tried')
      return []
    }
    try {
      const file = join(disk, 'a.csv')
      writeFileSync(file, 'older')
      const long = documentWith([
        table(
          'register',
          '长',
          Array.from({ length: 20_000 }, () => VALUES[1] ?? []),
        ),
      ])
      const result = await writer.write({
        document: long,
        source: SOURCE,
        format: 'csv',
        language: 'zh',
        file,
      }).done
      return [
        ...(result.ok || result.code !== 'disk-full' ? [JSON.stringify(result)] : []),
        ...(readFileSync(file, 'utf8') === 'older' ? [] : ['the older file is harmed']),
      ]
    } finally {
      execFileSync('umount', ['-l', disk])
    }
  })
}

function office(): string | null {
  const path = (): string | null =>
    spawnSync('sh', ['-c', 'command -v soffice']).stdout.toString().trim() || null
  if (path() === null)
    spawnSync(
      'sh',
      [
        '-c',
        'apt-get update -qq && apt-get install -y -qq --no-install-recommends libreoffice-calc',
      ],
      { stdio: 'ignore' },
    )
  return path()
}

/** All sheets as CSV, in the formats of their cells. */
async function readByOffice(program: string): Promise<string[]> {
  return inNewFolder(async (dir) => {
    const attacks = ['=1+1', '+1', '-1', '@SUM(1)', ';=1', '＝1']
    const file = join(dir, 'a.xlsx')
    const read = {
      ...WHOLE,
      sections: [
        ...WHOLE.sections,
        ...documentWith([
          table(
            'attacks',
            '攻击',
            attacks.map((attack) => [attack, null, null, attack, -1, -1, 0.5, 61_000, -1]),
          ),
        ]).sections,
      ],
    }
    await writer.write({ document: read, source: SOURCE, format: 'xlsx', language: 'zh', file })
      .done
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'
    spawnSync(
      program,
      [
        '--headless',
        `-env:UserInstallation=file://${dir}/profile`,
        '--convert-to',
        filter,
        '--outdir',
        dir,
        file,
      ],
      { timeout: 120_000 },
    )
    const sheet = (name: string): string[] =>
      existsSync(join(dir, `a-${name}.csv`))
        ? readFileSync(join(dir, `a-${name}.csv`), 'utf8').split('\n')
        : []
    const faults = attacks.flatMap((attack, n) =>
      sheet('攻击')[n + 1]?.startsWith(`${attack},`)
        ? []
        : [`${attack} came back as ${String(sheet('攻击')[n + 1])}`],
    )
    const line = (sheet('概览')[2] ?? '').replaceAll('"', '')
    for (const value of ['A-2', '地点待核', '2026-10-31', '12', '-3', '82.35%', '-1234.5'])
      if (!line.split(',').includes(value)) faults.push(`${value} is not in ${line}`)
    return faults
  })
}

await runChecks(async () => {
  const shares = Array.from({ length: KILLS }, (_, n) => n / KILLS)
  const harmed = await harmedBy(shares, 'xlsx')
  check(
    `${KILLS} kills during an export: never a file with the final name that is not whole`,
    harmed === 0 ? [] : [`${harmed} were harmed`],
  )
  const planted = await harmedBy([0.2, 0.5, 0.8], 'straight')
  mustFail(
    'written under the final name at once',
    planted === 0 ? [] : [`${planted} of 3 are not whole`],
  )
  check('a full disk: said in words, the older file intact', await onFullDisk())
  const program = office()
  if (program === null)
    printNote('LibreOffice could not be installed: the workbook was not opened with it')
  else check('LibreOffice reads back what was written, and no formula', await readByOffice(program))
})
