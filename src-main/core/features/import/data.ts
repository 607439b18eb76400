/** Finds the incident that a row of a list is, as far as the row was imported before. */
import { incidentIdOf, type RowKey } from '#shared/domain/import/past-incident.ts'
import type { Incident } from '#shared/domain/incident/record/state.ts'
import type { Vault } from '../../ports.ts'

/**
 * The incident of a row that counts; null with the id of the next one if none does: those that were
 * withdrawn stay in the record.
 */
export async function incidentOfRow(
  key: RowKey,
  find: (id: string) => Promise<Incident | null>,
  vault: Pick<Vault, 'digest'>,
): Promise<{ id: string; incident: Incident | null }> {
  for (let withdrawals = 0; ; withdrawals++) {
    const id = incidentIdOf(key, withdrawals, (text) => vault.digest('import', text))
    const incident = await find(id)
    if (!incident?.imported?.withdrawn) return { id, incident }
  }
}
