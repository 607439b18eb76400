/** The table of commands: one in the contract without a handler here does not compile. */
import { actionCommands } from './action/commands.ts'
import { attachmentCommands } from './attachment/commands.ts'
import { backupCommands } from './backup/commands.ts'
import { checkCommands } from './check/commands.ts'
import { checkImportCommands } from './check/import-commands.ts'
import { checklistCommands } from './check/checklist-commands.ts'
import { occasionCommands } from './check/occasion-commands.ts'
import { liaisonCommands } from './liaison/commands.ts'
import { liaisonImport } from './liaison/import-command.ts'
import { riskCommands } from './risk/commands.ts'
import { riskImport } from './risk/import-command.ts'
import { contactCommands } from './contacts/commands.ts'
import type { CommandHandler, CommandName } from './handler.ts'
import { documentCommands } from './document/commands.ts'
import { dutyCommands } from './duty/commands.ts'
import { drillCommands } from './drill/commands.ts'
import { emergencyCommands } from './emergency/commands.ts'
import { handUpCommands } from './hand-up/commands.ts'
import { handoverCommands } from './handover/commands.ts'
import { importCommands } from './import/commands.ts'
import { aftermathCommands } from './incident/aftermath-commands.ts'
import { assessmentCommands } from './incident/assessment-commands.ts'
import { callerCommands } from './incident/caller-commands.ts'
import { correctionCommands } from './incident/correction-commands.ts'
import { incidentCommands } from './incident/commands.ts'
import { announcementCommands } from './incident/announcement-commands.ts'
import { bulletinCommands } from './incident/bulletin-commands.ts'
import { headquartersCommands } from './incident/headquarters-commands.ts'
import { commandCommands } from './incident/command-commands.ts'
import { evidenceCommands } from './incident/evidence-commands.ts'
import { fileCommands } from './incident/file-commands.ts'
import { starCommands } from './incident/star-commands.ts'
import { taskCommands } from './incident/task-commands.ts'
import { outletCommands } from './outlets/commands.ts'
import { reportCommands } from './monthly-report/commands.ts'
import { paperCommands } from './paper/commands.ts'
import { peopleCommands } from './people/commands.ts'
import { planCommands } from './plan/commands.ts'
import { placeCommands } from './places/commands.ts'
import { powerCutCommands } from './power-cut/commands.ts'
import { readinessCommands } from './readiness/commands.ts'
import { selfTestCommands } from './self-test/commands.ts'
import { purgeCommands } from './purge/commands.ts'
import { roomCommands } from './room/commands.ts'
import { siteCommands } from './site/commands.ts'
import { upkeepCommands } from './upkeep/commands.ts'
import { wallCommands } from './site/wall-commands.ts'
import { namedWallCommands } from './walls/commands.ts'
import { supplyCommands } from './supply/commands.ts'
import { threeMinuteCommands } from './three-minute-drill/commands.ts'
import { trainingCommands } from './training/commands.ts'
import { trainingImportCommands } from './training/import-command.ts'
import { signOffCommands } from './training/sign-off-commands.ts'
import { warningCommands } from './warning/commands.ts'

export const commands: { [N in CommandName]: CommandHandler<N> } = {
  ...attachmentCommands,
  ...incidentCommands,
  ...callerCommands,
  ...headquartersCommands,
  ...bulletinCommands,
  ...announcementCommands,
  ...taskCommands,
  ...starCommands,
  ...commandCommands,
  ...aftermathCommands,
  ...evidenceCommands,
  ...fileCommands,
  ...roomCommands,
  ...warningCommands,
  ...actionCommands,
  ...supplyCommands,
  ...trainingCommands,
  ...threeMinuteCommands,
  ...signOffCommands,
  ...trainingImportCommands,
  ...drillCommands,
  ...checklistCommands,
  ...checkCommands,
  ...checkImportCommands,
  ...occasionCommands,
  ...riskCommands,
  ...riskImport,
  ...liaisonCommands,
  ...liaisonImport,
  ...assessmentCommands,
  ...correctionCommands,
  ...documentCommands,
  ...planCommands,
  ...paperCommands,
  ...upkeepCommands,
  ...reportCommands,
  ...siteCommands,
  ...peopleCommands,
  ...dutyCommands,
  ...contactCommands,
  ...placeCommands,
  ...wallCommands,
  ...namedWallCommands,
  ...importCommands,
  ...emergencyCommands,
  ...backupCommands,
  ...handUpCommands,
  ...handoverCommands,
  ...selfTestCommands,
  ...powerCutCommands,
  ...outletCommands,
  ...purgeCommands,
  ...readinessCommands,
}
