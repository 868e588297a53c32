import { inWords, t } from '../../words/t.ts'
import { MessageBar, MessageBarBody } from '@fluentui/react-components'
import { Contact } from '../../domain/records/contact.ts'
import { Need } from '../../domain/records/need.ts'
import { Outcome } from '../../domain/records/outcome.ts'
import { needTypes } from '../../domain/rules/codes.ts'
import { showDay } from '../../domain/rules/day.ts'
import { Personal } from '../../ui/hiddenDetails.tsx'
import { Loaded } from '../../ui/Loaded.tsx'
import { RecordCards, TwoLines } from '../../ui/RecordCards.tsx'
import { useAbout } from '../../ui/records.ts'
import { useServices } from '../../ui/services.tsx'
import { StatusMark } from '../../ui/StatusMark.tsx'
import { Unreadable } from '../../ui/Unreadable.tsx'
import { needOptions, outcomeOptions } from './options.ts'
import { Waiting } from './Waiting.tsx'

const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ')

/** Needs by rank. */
export const NeedCards = ({ pupil }: { pupil: string }) => (
  <Loaded queries={[useAbout(Need, 'pupil', pupil)]} shape={<Waiting />}>
    {(needs) => (
      <>
        <Unreadable listings={[needs]} />
        <RecordCards
          type={Need}
          records={needs.records.toSorted((a, b) => (a.rank ?? 99) - (b.rank ?? 99))}
          summary={(need) => (
            <TwoLines
              first={inWords(needTypes[need.type])}
              second={joined(
                need.rank === 1 ? t`Primary need` : need.rank === 2 ? t`Secondary need` : null,
                need.from && t`from ${showDay(need.from)}`,
                need.until && t`until ${showDay(need.until)}`,
                need.description,
              )}
            />
          )}
          groups={[{ fields: ['type', 'rank', 'from', 'until', 'source', 'description'] }]}
          add={{
            words: t`Add a need`,
            given: { pupil, rank: needs.records.length + 1 },
            fields: ['type', 'rank', 'description'],
          }}
          empty={{
            title: t`No need recorded yet`,
            todo: t`A need says what makes learning harder for this child: its census type, its rank, and what it means for them.`,
          }}
        />
      </>
    )}
  </Loaded>
)

/** Outcomes of the plan first, then the school's own targets. */
export const OutcomeCards = ({ pupil, about }: { pupil: string; about: string | null }) => {
  const today = useServices().today()
  return (
    <Loaded queries={[useAbout(Outcome, 'pupil', pupil), useAbout(Need, 'pupil', pupil)]} shape={<Waiting />}>
      {(outcomes, needs) => (
        <>
          <Unreadable listings={[outcomes, needs]} />
          <RecordCards
            type={Outcome}
            opened={about}
            records={outcomes.records.toSorted((a, b) => orderOf(a) - orderOf(b))}
            summary={(outcome) => (
              <TwoLines
                first={outcome.text}
                second={joined(
                  inWords(Outcome.fields.kind.choices[outcome.kind]),
                  outcome.by && t`by ${showDay(outcome.by)}`,
                  inWords(Outcome.fields.status.choices[outcome.status]),
                )}
              />
            )}
            aside={(outcome) =>
              outcome.status === 'achieved' ? (
                <StatusMark status="done" word={t`Achieved`} />
              ) : outcome.status === 'current' && outcome.by && outcome.by < today ? (
                <StatusMark status="overdue" word={t`Date passed`} />
              ) : null
            }
            groups={[
              {
                fields: [
                  'text',
                  'kind',
                  'need',
                  'parent',
                  'by',
                  'setOn',
                  'status',
                  'baseline',
                  'measure',
                  'criterion',
                  'strategies',
                ],
              },
            ]}
            options={{ need: needOptions(needs.records), parent: outcomeOptions(outcomes.records) }}
            add={{
              words: t`Add an outcome`,
              given: {
                pupil,
                status: 'current',
                setOn: today,
                need:
                  needs.records.find(({ key }) => key === about || needs.records.length === 1)?.key ?? null,
              },
              fields: ['text', 'kind', 'need', 'by', 'measure'],
            }}
            empty={{
              title: t`No outcome yet`,
              todo: t`An outcome says who will do what, by when, and how one would see it.`,
            }}
          />
        </>
      )}
    </Loaded>
  )
}
const orderOf = (outcome: Outcome) =>
  (outcome.status === 'current' ? 0 : 10) + ['sectionE', 'year', 'term', 'step'].indexOf(outcome.kind)

/** Those who have parental responsibility first. */
const contactOrder = (a: Contact, b: Contact) =>
  Number(b.parentalResponsibility ?? false) - Number(a.parentalResponsibility ?? false) ||
  a.name.localeCompare(b.name, 'en-GB')

/** Parents and carers, with who has parental responsibility, and whom to ask before anybody is written to. */
export const ContactCards = ({ pupil }: { pupil: string }) => (
  <Loaded queries={[useAbout(Contact, 'pupil', pupil)]} shape={<Waiting />}>
    {(contacts) => (
      <>
        <Unreadable listings={[contacts]} />
        <RecordCards
          type={Contact}
          records={contacts.records.toSorted(contactOrder)}
          summary={(contact) => (
            <TwoLines
              first={<Personal>{contact.name}</Personal>}
              second={
                <Personal>
                  {joined(
                    contact.relationship &&
                      inWords(Contact.fields.relationship.choices[contact.relationship]),
                    contact.parentalResponsibility && t`has parental responsibility`,
                    contact.telephone,
                    contact.email,
                  )}
                </Personal>
              }
            />
          )}
          aside={(contact) =>
            contact.restriction && <StatusMark status="overdue" word={t`Contact restriction`} />
          }
          above={(contact) =>
            contact.restriction && (
              <MessageBar intent="warning" layout="multiline">
                <MessageBarBody>
                  <b>{t`Before you write or ring:`}</b> {contact.restriction}
                </MessageBarBody>
              </MessageBar>
            )
          }
          groups={[
            {
              fields: [
                'name',
                'relationship',
                'parentalResponsibility',
                'telephone',
                'email',
                'language',
                'address',
                'restriction',
              ],
            },
          ]}
          add={{
            words: t`Add a contact`,
            given: { pupil },
            fields: ['name', 'relationship', 'parentalResponsibility', 'telephone', 'email'],
          }}
          empty={{
            title: t`No contact yet`,
            todo: t`Parents and carers, and anybody else whom the school talks to.`,
          }}
        />
      </>
    )}
  </Loaded>
)
