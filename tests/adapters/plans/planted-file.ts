/** The plan files that faults are planted into, and a fault as a change of one of them. */
export const HOTLINE = 'gas-customer-service/gas-hotline-failure.yaml'
export const ATTACK = 'gas-customer-service/gas-safety-premises-attack.yaml'
export const AGITATED = 'gas-customer-service/gas-agitated-customer.yaml'
export const LOSS = 'gas-customer-service/gas-property-loss-company.yaml'
export const FIRE = 'government-hall/government-hall-fire.yaml'
export const HALL = 'government-hall/document.yaml'
export const BRANCH = 'branch/branch-general.yaml'
export const NETWORK = 'branch/branch-network-attack.yaml'
export const HOTEL = 'generic-service/hotel-fire.yaml'
export const BANK = 'bank-window/bank-fire.yaml'

export type Edit = { file: string; from: string; to: string }
export type Planted = [code: string, what: string, edit: Edit, path: string]
export const edit = (file: string, from: string, to: string): Edit => ({ file, from, to })
