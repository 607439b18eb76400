/** The table of commands: one in the contract without a handler here does not compile. */
import type { CommandHandler, CommandName } from './handler.ts'
import { importingCommands } from './import/commands.ts'
import { assessmentCommands } from './incident/assessment-commands.ts'
import { incidentCommands } from './incident/commands.ts'
import { reportCommands } from './monthly-report/commands.ts'
import { planTexts } from './plan/commands.ts'
import { settingUp } from './site/commands.ts'
import { registerCommands } from './site/registers.ts'

export const commands: { [N in CommandName]: CommandHandler<N> } = {
  ...incidentCommands,
  ...assessmentCommands,
  ...planTexts,
  ...reportCommands,
  ...settingUp,
  ...registerCommands,
  ...importingCommands,
}
