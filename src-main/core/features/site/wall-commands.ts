/** The handler that renews the address of walls: keys beside the record, who and when in it. */
import { decideStation } from '#shared/domain/station/decide.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { refuse, type Refusal } from '#shared/domain/decision.ts'
import { localized } from '#shared/domain/text.ts'
import { recordDecision } from '../../engine/changes.ts'
import type { Handler } from '../handler.ts'

const notOffered = (): Refusal =>
  refuse(
    'wall-not-offered',
    localized('这里没有大屏地址可换', 'There is no wall address to change here'),
  )
const notRenewed = (): Refusal =>
  refuse(
    'wall-not-renewed',
    localized(
      '地址没有换：写不进数据目录，请检查磁盘空间和目录权限后再试。原来的地址照用',
      'The address was not changed, because the data folder cannot be written to: check disk space and permissions, then try again. The old address still works',
    ),
  )

/**
 * The keys come first: an address that somebody must not have any more is void, whatever becomes of
 * the record. Sent again under the same id it is done once, as it stands in the queue.
 */
const renew: Handler<'site/wall-renew'> = async (_input, { wallAddress, meta, log }) => {
  if (!wallAddress) return notOffered()
  try {
    await wallAddress.renew()
  } catch (error) {
    log.error('wall-not-renewed', error)
    return notRenewed()
  }
  const state = stationStream.initial('')
  const decision = decideStation(state, { type: 'NoteWallRenewal' })
  return recordDecision(stationStream, '', state, decision, meta)
}

export const wallCommands = { 'site/wall-renew': renew }
