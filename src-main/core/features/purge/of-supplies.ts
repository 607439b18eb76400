/** Says what of supplies keeps a personal value from being purged, and what to do first. */
import { sealedIn } from '#shared/domain/sealed.ts'
import { stockTakingStream } from '#shared/domain/stock-taking/stream.ts'
import { isTakingOver } from '#shared/domain/stock-taking/taking.ts'
import { supplyStream } from '#shared/domain/supplies/stream.ts'
import { openIssues } from '#shared/domain/supplies/supply.ts'
import { isRequestOver, requestState } from '#shared/domain/supply-request/request.ts'
import { supplyRequestStream } from '#shared/domain/supply-request/stream.ts'
import { localized, type LocalizedText } from '#shared/domain/text.ts'
import type { QueryContext } from '../handler.ts'

const SUPPLY = localized(
  '是物资现在的保管人，或领用还没有归还：先换保管人，登记归还或消耗',
  'Keeper of a supply, or of something that is still out: change the keeper, or record its return, first',
)
const REQUEST = localized(
  '调配单还没有办结：使用或取消后再清除',
  'The supply request is open: record it as used, or cancel it, first',
)
const TAKING = localized(
  '盘点还没有结束：记账或作废后再清除',
  'The stock-taking is not over: book or abandon it first',
)

export const isOfSupplies = (stream: string): boolean =>
  [supplyStream, stockTakingStream, supplyRequestStream].some(({ idOf }) => idOf(stream) !== null)

/** What is in use: the keeper, who has something out, what is not over yet; null: nothing. */
export function keptOfSupplies(
  sealed: string,
  stream: string,
  { memory: { documents } }: Pick<QueryContext, 'memory'>,
): LocalizedText | null {
  const supply = documents.get('supply', supplyStream.idOf(stream) ?? '')
  if (supply && supply.withdrawn === null) {
    const inUse = sealedIn([supply.keeper, openIssues(supply).map(({ to }) => to)])
    return inUse.some((seal) => seal.sealed === sealed) ? SUPPLY : null
  }
  const taking = documents.get('stock-taking', stockTakingStream.idOf(stream) ?? '')
  if (taking && !isTakingOver(taking)) return TAKING
  const request = documents.get('supply-request', supplyRequestStream.idOf(stream) ?? '')
  return request && !isRequestOver(requestState(request)) ? REQUEST : null
}
