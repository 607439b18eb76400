/** The address of an incident's record. */
import { hashOf } from '../desk/route.ts'

export const recordLink = (incidentId: string): string => hashOf(['history', incidentId])
