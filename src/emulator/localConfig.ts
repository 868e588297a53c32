import type { Config } from '../config.ts'

/** The made-up trust's tenant. */
export const localTenantId = '8d1f6c0e-0c5b-4a7e-9a0c-5a7e0c0ffee0'

/** What a school's `config.json` says, for the made-up trust on this machine. */
export const localConfig: Config = {
  tenantId: localTenantId,
  clientId: '3b6f2f0a-7c1d-4e5b-8f00-90100d7412ea',
  schools: [
    {
      id: 'oakfield',
      name: 'Oakfield Primary School',
      sites: {
        senco: 'oakfieldtrust.sharepoint.com:/sites/oakfield-senco',
        staff: 'oakfieldtrust.sharepoint.com:/sites/oakfield-staff',
        governors: 'oakfieldtrust.sharepoint.com:/sites/oakfield-governors',
      },
    },
    {
      id: 'northmoor',
      name: 'Northmoor Academy',
      sites: {
        senco: 'oakfieldtrust.sharepoint.com:/sites/northmoor-senco',
        staff: 'oakfieldtrust.sharepoint.com:/sites/northmoor-staff',
        governors: 'oakfieldtrust.sharepoint.com:/sites/northmoor-governors',
      },
    },
  ],
}
