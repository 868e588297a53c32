import { type Contributor, contributorRoles, statutoryInvitees } from '../../domain/records/contributor.ts'

/**
 * Whom the law names and nobody in the list stands for; the parent or the young person counts once.
 * Source: SEND Regulations 2014, regulation 20(2).
 */
export const missingInvitees = (
  contributors: readonly Pick<Contributor, 'role'>[],
  ownRight: boolean,
): string[] => {
  const roles = new Set(contributors.map(({ role }) => role))
  return statutoryInvitees
    .filter((role) => !roles.has(role) && !(role === 'parent' && ownRight && roles.has('youngPerson')))
    .map((role) => contributorRoles[role])
}

/** Statutory people in the list who have no date of invitation. */
export const notInvited = (contributors: readonly Pick<Contributor, 'role' | 'invited'>[]): string[] =>
  contributors
    .filter(({ role, invited }) => (statutoryInvitees as readonly string[]).includes(role) && !invited)
    .map(({ role }) => contributorRoles[role])
