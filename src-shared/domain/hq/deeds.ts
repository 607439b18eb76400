/**
 * What HQ writes into its list of deeds (操作记录), each by its code. Codes stand in the database:
 * one may be added, none renamed. The page has words for every one of them.
 */
export const DEED_KINDS = [
  'signed-in',
  'sign-in-failed',
  'changed-password',
  'appointed',
  'dismissed',
  'made-code',
  'paired',
  'unpaired',
  'fork-decided',
  'handed-down',
  'withdrew',
  'wall-added',
  'wall-ended',
  'report-drafted',
  'report-dropped',
  'report-issued',
  'report-corrected',
] as const
export type DeedKind = (typeof DEED_KINDS)[number]
