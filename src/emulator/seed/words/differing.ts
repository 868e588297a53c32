/** Why a parent sees it otherwise than the school does, in a parent's words. */
export const differing = {
  maintain: [
    'We think the plan should be changed. Section F still says “access to” support, and we would like it to say how often and how long.',
    'She copes at school and falls apart at home. We would like that written into Section B, with help for the end of the day.',
    'The outcomes were set two years ago. He has moved on and we want the plan to say so.',
    'We would like the therapist’s new programme named in the plan, so that it goes on if staff change.',
  ],
  amend: [
    'Please leave the plan as it is. What is in place is working and we are worried that hours will be lost.',
    'We would rather wait until the new class has settled before anything is changed.',
    'We agree with the new outcome but not with taking the lunchtime support out.',
  ],
  cease: [
    'We do not think the plan should end. The help is the reason that things are going well.',
    'It is too early. We would like another year with the plan while college begins.',
  ],
} as const
