import type { staffRoles } from '../../../domain/rules/codes.ts'

export type StaffRole = keyof typeof staffRoles
