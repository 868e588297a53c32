import { t } from '../../words/t.ts'
import { useMayRead } from '../../ui/access.ts'
import { Later, Notice } from '../../ui/Loaded.tsx'
import { useServices } from '../../ui/services.tsx'
import { Page } from '../Page.tsx'
import { Waiting } from '../pupil/Waiting.tsx'
import { ConcernList } from './ConcernList.tsx'
import { OneConcern } from './OneConcern.tsx'
import { StaffConcerns } from './StaffConcerns.tsx'

/** Concerns: staff raise them and answer the SENCO's short questions; the SENCO looks into them. */
export const ConcernsScreen = ({ concernKey }: { concernKey: string | null }) => {
  const { school } = useServices()
  const senco = useMayRead('senco')
  if (senco.data === undefined && !senco.isError)
    return (
      <Page title={t`Concerns`}>
        <Later>
          <Waiting />
        </Later>
      </Page>
    )
  if (senco.data === true && concernKey !== null) return <OneConcern concernKey={concernKey} />
  if (senco.data !== true && school.sites.staff === undefined)
    return (
      <Page title={t`Concerns`}>
        <Notice
          title={t`This school has no site for staff yet`}
          todo={t`Concerns of teachers lie on a SharePoint site of their own, apart from the SENCO’s records. Until there is one, tell the SENCO.`}
        />
      </Page>
    )
  return (
    <Page title={t`Concerns`}>
      {senco.data === true ? <ConcernList /> : <StaffConcerns askKey={concernKey} />}
    </Page>
  )
}
