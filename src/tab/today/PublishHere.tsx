import { t } from '../../words/t.ts'
import { Button, Text } from '@fluentui/react-components'
import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { Profile } from '../../domain/records/profile.ts'
import { Publication } from '../../domain/records/publication.ts'
import { Pupil } from '../../domain/records/pupil.ts'
import { StaffProfile } from '../../domain/records/staffProfile.ts'
import { StaffTarget } from '../../domain/records/staffTarget.ts'
import { Loaded, TroubleNotice } from '../../ui/Loaded.tsx'
import { Changes } from '../../ui/publish/Changes.tsx'
import { type PublicationLists, publicationLines } from '../../ui/publish/publicationLines.ts'
import { usePublishing } from '../../ui/publish/usePublishing.ts'
import { useAll } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { Waiting } from '../pupil/Waiting.tsx'

/** What staff would see anew of one pupil, and the button that shows it to them: with a way back. */
export const PublishHere = ({ pupil, onClose }: { pupil: string; onClose: () => void }) => {
  const lists = [
    useAll(Pupil),
    useAll(Need),
    useAll(Outcome),
    useAll(Profile),
    useAll(Publication),
    useAll(StaffProfile),
    useAll(StaffTarget),
  ] as const
  return (
    <Loaded queries={lists} shape={<Waiting />}>
      {(pupils, needs, outcomes, profiles, publications, shown, targets) => (
        <Differences
          pupil={pupil}
          onClose={onClose}
          lists={{
            pupils: pupils.records.filter(({ key }) => key === pupil),
            needs: needs.records.filter((each) => each.pupil === pupil),
            outcomes: outcomes.records.filter((each) => each.pupil === pupil),
            profiles: profiles.records.filter((each) => each.pupil === pupil),
            publications: publications.records.filter((each) => each.pupil === pupil),
            shown: shown.records.filter((each) => each.pupil === pupil),
            targets: targets.records.filter((each) => each.pupil === pupil),
          }}
        />
      )}
    </Loaded>
  )
}

const Differences = ({
  pupil,
  lists,
  onClose,
}: {
  pupil: string
  lists: PublicationLists
  onClose: () => void
}) => {
  const today = useServices().today()
  const acts = usePublishing(pupil)
  const changes = publicationLines(lists, today)[0]?.changes ?? []
  return (
    <>
      {changes.length === 0 ? (
        <Text block>{t`Nothing differs any more: staff see the record as it is.`}</Text>
      ) : (
        <Changes title={t`Changed since published`} changes={changes} />
      )}
      {acts.trouble && <TroubleNotice trouble={acts.trouble} />}
      <div style={{ display: 'flex', gap: 8, paddingTop: 8 }}>
        {changes.length > 0 && (
          <Button
            size="small"
            appearance="primary"
            disabled={acts.busy}
            onClick={() => void acts.publishAgain().then((done) => done && onClose())}
          >
            {acts.busy ? t`Publishing` : t`Publish changes`}
          </Button>
        )}
        <Button size="small" onClick={onClose}>
          {changes.length > 0 ? t`Not now` : t`Close`}
        </Button>
      </div>
    </>
  )
}
