/** What each kind of event says of the one who did it: "Anselm Birch viewed the complaint". */
const ACTION_WORDS: Readonly<Record<string, string>> = {
  'complaint.view': 'viewed the complaint',
  'complaint.refuse-view': 'asked for the complaint, which is not theirs to see',
  'complaint.submit': 'filed the complaint',
  'complaint.return': 'returned the complaint for information',
  'complaint.resubmit': 'sent the information asked for',
  'complaint.present': 'presented the complaint to the plan',
  'complaint.propose': 'answered for the plan',
  'complaint.assign': 'assigned the complaint',
  'complaint.close': 'closed the complaint',
  'complaint.withdraw': 'withdrew the complaint',
  'complaint.reopen': 'reopened the complaint',
  'message.send': 'sent a message',
  'draft.begin': 'began a draft',
  'draft.save': 'saved a draft',
  'draft.change-site': 'changed the site of a draft',
  'attachment.receive': 'added a file',
  'attachment.remove': 'took a file out of a draft',
  'attachment.refuse': 'had a file refused for malware',
  'attachment.release': 'released a file after the scan',
  'attachment.download': 'downloaded a file',
  'search.identifier': 'searched by an identifier',
  'account.sign-in': 'signed in',
  'account.sign-in-failed': 'failed to sign in',
  'account.sign-out': 'signed out',
  'account.register': 'registered',
  'account.register-again': 'registered an e-mail address that has an account',
  'account.confirm-email': 'confirmed an e-mail address',
  'account.invite': 'invited somebody',
  'account.ask-password': 'asked for a new password',
  'account.set-password': 'set a password by a mailed link',
  'account.change-password': 'changed the password',
  'account.change-details': 'changed the details of an account',
  'account.change-notices': 'changed which mails an account gets',
  'account.ask-reminder': 'asked to be reminded of a first day to file',
  'account.withdraw-reminder': 'took back a reminder',
  'account.suspend': 'suspended an account',
  'account.activate': 'let an account in again',
  'organization.confirm': 'confirmed a registration',
  'organization.refuse': 'refused a registration',
  'enrolled.import': 'imported the list of enrolled providers',
  'audit.view': 'read the audit log',
};

/** Every kind of event that has words. */
export const AUDIT_ACTIONS: readonly string[] = Object.keys(ACTION_WORDS);

/** What somebody did, to follow their name. A kind without words is told by its own name. */
export function actionText(action: string): string {
  return ACTION_WORDS[action] ?? action;
}
