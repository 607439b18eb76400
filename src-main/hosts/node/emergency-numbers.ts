/**
 * Reads which numbers emergency records gave that lie beside a record, adopted or not, so that the
 * next one gives none of them again.
 */
import { salvageRecord } from '#main/adapters/journal/sqlite-salvage.ts'
import { emergencyNumbers } from '#main/core/features/emergency/founding.ts'
import { actionStream } from '#shared/domain/corrective-action/stream.ts'
import { higherOf, type HighestNumbers } from '#shared/domain/incident/number.ts'
import { incidentStream } from '#shared/domain/incident/stream.ts'
import { stationStream } from '#shared/domain/station/stream.ts'
import { dataFiles } from './install-paths.ts'

const NUMBERED = [incidentStream, actionStream, stationStream]

/** The highest of each kind, as far as these folders can be read in time. */
export const numbersIn = (folders: readonly string[], inTime: () => boolean): HighestNumbers =>
  higherOf(
    folders.map((folder) => {
      const { streams, close } = salvageRecord(dataFiles(folder).journal, {
        isNeeded: (stream) => NUMBERED.some((each) => each.idOf(stream) !== null),
        inTime,
      })
      close()
      return emergencyNumbers({ streams })
    }),
  )
