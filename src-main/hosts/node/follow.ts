/**
 * `station follow`: this machine is the spare of another. It copies the record as it grows, and by
 * one key becomes the station itself.
 */
import { hostname } from 'node:os'
import { lockDataFolder } from '#main/adapters/data-lock.ts'
import { createRomaniser } from '#main/adapters/romaniser.ts'
import { claimFirst } from '#main/adapters/spare/claiming.ts'
import { openCopy } from '#main/adapters/spare/copy.ts'
import { openDoor } from '#main/adapters/spare/door.ts'
import { readFollow, writeFollow } from '#main/adapters/spare/follow-file.ts'
import { openFollowPage } from '#main/adapters/spare/follow-page.ts'
import { follow, pairWith, type Leader } from '#main/adapters/spare/follower.ts'
import { systemClock } from '#main/adapters/system-clock.ts'
import { systemVault } from '#main/adapters/vault.ts'
import { createSearchIndex } from '#main/core/engine/search-index.ts'
import { takeOverRecord } from '#main/core/features/spare/taking-over.ts'
import type { Log } from '#main/core/ports.ts'
import { localized } from '#shared/domain/text.ts'
import { createUndoList } from '../phases.ts'
import { EXIT, Stop } from './exit-codes.ts'
import { dataFiles, type Installation } from './install-paths.ts'
import { hadRecord, sizeOf } from './lost-record.ts'
import { openRecord } from './open-station.ts'
import { serve, type Serving } from './serve.ts'
import { folderTaken } from './unwritable-folder.ts'

export type FollowOptions = { dir: string; from: string | undefined; port: number | undefined }
/** `url`: of the page on this machine that shows how far the copy is, and takes over. */
export type Following = { ready: { url: string; following: string }; stop: () => Promise<void> }

const notPaired = (): Stop =>
  new Stop(
    EXIT.usage,
    'usage',
    localized(
      '没有接上主机。在主机的 设置→备机 取一段接入文字，写成 --from 文字（整段，加引号），只能用一次',
      'Not paired with a station. Get a text there under Settings, Spare, and give all of it, in quotes, as --from TEXT; it holds once',
    ),
  )
const otherRecord = (dir: string): Stop =>
  new Stop(
    EXIT.usage,
    'usage',
    localized(
      `${dir}里已有别的记录，备机要用新目录`,
      `${dir} has a record of its own: a spare needs a new folder`,
    ),
  )
const tookOver = (dir: string): Stop =>
  new Stop(
    EXIT.usage,
    'usage',
    localized(
      `${dir}已接管，请用 station serve 运行`,
      `${dir} has taken over: run it by station serve`,
    ),
  )

/** Follows until it is stopped or has taken over; then the station runs until it is stopped. */
export async function followStation(
  { dir, from, port }: FollowOptions,
  installation: Installation,
  log: Log,
): Promise<Following> {
  const parts = createUndoList(log)
  const files = dataFiles(dir)
  const known = readFollow(dir)
  if (known?.claim) throw tookOver(dir)
  if (!known && (hadRecord(dir) || sizeOf(files.journal) > 0)) throw otherRecord(dir)
  try {
    const taking = lockDataFolder(dir)
    if ('holder' in taking) throw folderTaken(dir)
    const lock = taking
    parts.add('folder', () => lock.release())
    const copy = openCopy(dir, files.journal)
    parts.add('copy', () => copy.close())
    const by = hostname()
    const door = await openDoor({ dir, file: files.journal, name: by, clock: systemClock, log })
    parts.add('door', () => door.stop())
    const address = await door.listen()
    const leader: Leader | null =
      from === undefined ? (known?.leader ?? null) : await pairWith(from, address)
    if (!leader) throw notPaired()
    const following = leader
    writeFollow(dir, { leader, claim: null, heard: false })
    const follower = follow({ dir, copy, leader, door: address, clock: systemClock, log })
    parts.add('follower', () => follower.stop())
    let serving: Serving | null = null

    /** From the first step on nothing is copied any more; each may be tried again. */
    async function takeOver(stationPort: number): Promise<string> {
      await follower.stop()
      copy.close()
      const at = systemClock.wall()
      const { journal } = openRecord(dir, log)
      const taken = await takeOverRecord(journal, {
        ...{ by, clock: systemClock, vault: systemVault },
        find: createSearchIndex(createRomaniser()),
      }).finally(() => journal.close())
      writeFollow(dir, { leader: following, claim: { ...taken, at, by }, heard: false })
      log.info('taken-over', { epoch: taken.epoch, position: taken.position })
      await claimFirst(dir, door)
      await door.stop()
      lock.release()
      serving = await serve(
        { dir, port: stationPort, site: undefined, zone: undefined },
        installation,
        log,
      )
      return serving.ready.consoleUrl
    }
    const page = await openFollowPage({
      port: port ?? 0,
      ...{ status: follower.status, now: () => systemClock.wall(), takeOver },
    })
    parts.add('page', () => page.stop())
    return {
      ready: { url: page.url, following: `${leader.host}:${leader.port}` },
      async stop() {
        await serving?.stop()
        await parts.undo()
      },
    }
  } catch (error) {
    await parts.undo()
    throw error
  }
}
