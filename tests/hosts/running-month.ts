/** What is true of the month that runs, on whatever day a test is run. */
import { localMonth } from '#shared/domain/calendar.ts'

/** Looks once more, at the new month, where the old one has ended (in `zone`) meanwhile. */
export async function inRunningMonth(
  zone: string,
  look: (month: string) => Promise<void>,
): Promise<void> {
  const month = localMonth(Date.now(), zone)
  try {
    await look(month)
  } catch (error) {
    const later = localMonth(Date.now(), zone)
    if (later === month) throw error
    await look(later)
  }
}
