/** What a demonstration complaint is about. Every person, number and event is made up. */
export interface Scenario {
  readonly topicCode: string;
  readonly isUrgent: boolean;
  readonly whatHappened: string;
  readonly resolutionSought: string;
  /** Why it affects immediate access to care, where it does. */
  readonly urgentReason?: string;
  readonly carc?: string;
}

export const SCENARIOS = {
  authorization: {
    topicCode: 'DENIAL_NO_AUTHORIZATION',
    isUrgent: false,
    carc: '197',
    whatHappened:
      'The claims were denied for want of an authorization. We hold the approval letter of the plan, with its number and dates, and sent it with the dispute. The denial was upheld without a word on the letter.',
    resolutionSought: 'Reprocess the claims under the authorization that the plan itself issued.',
  },
  timely: {
    topicCode: 'DENIAL_TIMELY_FILING',
    isUrgent: false,
    carc: '29',
    whatHappened:
      'The plan says that the claims came too late. Our clearinghouse report shows that it accepted them eleven days after the service.',
    resolutionSought: 'Accept the clearinghouse report as proof of timely filing, and pay.',
  },
  coding: {
    topicCode: 'DENIAL_CODING',
    isUrgent: false,
    carc: '97',
    whatHappened:
      'An edit bundles the office visit into the procedure though modifier 25 was billed, and the records show a separate problem.',
    resolutionSought: 'Remove the edit for these claims and pay the visit.',
  },
  underpaid: {
    topicCode: 'PAYMENT_UNDERPAID',
    isUrgent: false,
    carc: '45',
    whatHappened:
      'The claims were paid at the old fee schedule although the new one had been in force for two months on the dates of service.',
    resolutionSought: 'Pay the difference to the fee schedule in force, with interest.',
  },
  eligibility: {
    topicCode: 'DENIAL_ELIGIBILITY',
    isUrgent: false,
    carc: '27',
    whatHappened:
      'The plan says that coverage had ended. MEDI shows the member in the plan on every one of these dates; the printouts are attached.',
    resolutionSought: 'Correct the member’s dates and reprocess.',
  },
  information: {
    topicCode: 'DENIAL_MISSING_INFORMATION',
    isUrgent: false,
    carc: '252',
    whatHappened:
      'The plan asked for records, received them by fax twice, and denied the claims because they had not come. Both confirmations are attached.',
    resolutionSought: 'Review the records that were sent and decide the claims.',
  },
  delayed: {
    topicCode: 'AUTH_DELAYED',
    isUrgent: true,
    whatHappened:
      'The request for an infusion has been pending for nine days. Three calls were answered with the promise of a call back, which never came.',
    resolutionSought: 'Decide the authorization today.',
    urgentReason: 'The next infusion is due in two days; without it the member will have to be admitted.',
  },
  prescription: {
    topicCode: 'ACCESS_PRESCRIPTION',
    isUrgent: true,
    whatHappened:
      'The plan rejects the prescription at the counter as not covered, while its own formulary lists it. The member leaves without it each time.',
    resolutionSought: 'Correct the formulary entry so that the claim pays at the counter.',
    urgentReason: 'The member has been without the medicine since yesterday.',
  },
  equipment: {
    topicCode: 'ACCESS_EQUIPMENT',
    isUrgent: false,
    whatHappened:
      'A wheelchair repair was approved five weeks ago, but no vendor of the plan takes it on, and the plan names no other.',
    resolutionSought: 'Name a vendor that will do the repair, or allow one outside the network.',
  },
  roster: {
    topicCode: 'ROSTER_NOT_LOADED',
    isUrgent: false,
    whatHappened:
      'Our roster of August has not been loaded. Four practitioners are still shown as outside the network, and patients are turned away.',
    resolutionSought: 'Load the roster with the effective date that was confirmed to us.',
  },
  credentialing: {
    topicCode: 'CREDENTIALING_DELAY',
    isUrgent: false,
    whatHappened:
      'The application has been complete since June. Every inquiry is answered with "in process", without a date.',
    resolutionSought: 'Finish credentialing, or say what is missing.',
  },
  portal: {
    topicCode: 'SERVICE_SYSTEMS',
    isUrgent: false,
    whatHappened:
      'The plan’s provider portal has ended our sessions while disputes are written since its last update; the help line knows no remedy.',
    resolutionSought: 'Mend the portal, or accept disputes by secure mail until it works.',
  },
} as const satisfies Record<string, Scenario>;

export type ScenarioName = keyof typeof SCENARIOS;
