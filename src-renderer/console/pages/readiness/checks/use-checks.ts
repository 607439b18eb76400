/** Reads something of checks, and again whenever the record has gone on or a minute has passed. */
import { watch } from 'vue'
import type { Input, Name } from '#shared/contract/contract.ts'
import { MINUTE_MS } from '#shared/domain/units.ts'
import { useBoard } from '#renderer/stores/board.ts'
import { useDisplayClock } from '#renderer/ui/display-clock.ts'
import { useQuery, type Query } from '../../../base/use-query.ts'

export function useChecks<N extends Name>(name: N, input: () => Input<N> | null): Query<N> {
  const board = useBoard()
  const { now } = useDisplayClock()
  const query = useQuery(name, input)
  watch(
    [() => board.board?.position, () => Math.floor(now.value / MINUTE_MS)],
    () => void query.again(),
  )
  return query
}
