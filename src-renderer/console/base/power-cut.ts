/**
 * The power-cut sheet of this screen: drawn from the board that it has, so that it is printed
 * without the station, too. Then it bears the time of the last picture.
 */
import { computed, type ComputedRef } from 'vue'
import { localDate } from '#shared/domain/calendar.ts'
import { intakeDocument } from '#shared/domain/document/intake-document.ts'
import { powerCutDocument } from '#shared/domain/document/power-cut-document.ts'
import type { ReportDocument } from '#shared/domain/document/document.ts'
import { drawPowerCut } from '#shared/domain/power-cut/draw.ts'
import { useBoard } from '../../stores/board.ts'
import { useLibrary } from './library.ts'
import { usePrinting } from './printing.ts'

export type PowerCutPrinting = {
  /** As of now; null before the first board. */
  sheet: ComputedRef<ReportDocument | null>
  /** Prints the sheet; nothing happens before the first board. */
  printSheet: () => Promise<void>
  /** Prints a blank intake sheet. */
  printIntake: () => Promise<void>
}

export function usePowerCut(): PowerCutPrinting {
  const board = useBoard()
  const library = useLibrary()
  const printing = usePrinting()

  /** `at`: UTC ms. */
  function draw(at: number): ReportDocument | null {
    const shown = board.board
    if (!shown) return null
    const zone = shown.site.zone
    return powerCutDocument(
      drawPowerCut({ ...shown, now: at }, { ...library.posts, ...library.postsNow }),
      zone,
    )
  }
  /** When the picture was true last. */
  const instant = (): number => (board.live ? board.now() : (board.heardAt ?? board.now()))

  return {
    sheet: computed(() => draw(board.heardAt ?? board.now())),
    async printSheet() {
      const document = draw(instant())
      if (document) await printing.print(document)
    },
    async printIntake() {
      const site = board.board?.site
      if (!site) return
      await printing.print(intakeDocument(site.name, localDate(board.now(), site.zone), site.zone))
    },
  }
}
