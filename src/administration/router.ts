import { Router } from 'express';
import { may } from '../accounts/access.ts';
import { leadTo } from '../web/lead-to.ts';
import { ADMINISTRATION_BY_ACCOUNT, limit } from '../web/rate-limits.ts';
import { showAuditLog } from './audit-log.ts';
import { postHoliday, showAddHoliday } from './holidays/add-holiday.ts';
import { showHolidays } from './holidays/holidays.ts';
import { postRemoveHoliday, showRemoveHoliday } from './holidays/remove-holiday.ts';
import { postOrder, showNewOrder } from './orders/new-order.ts';
import { postUndo, showOrder } from './orders/order.ts';
import { showOrders } from './orders/orders.ts';
import { savePlan, showPlan } from './plans/plan.ts';
import { showPlans } from './plans/plans.ts';
import { postDraftPolicy, postPolicy, postPolicyPreview, showDraftPolicy } from './policies/draft-policy.ts';
import { showPolicies, showPolicy } from './policies/policies.ts';

/** The area's table of contents. */
export function administrationRouter(): Router {
  const router = Router();
  const manage = may('deadlines.manage');
  const change = limit(ADMINISTRATION_BY_ACCOUNT);
  router.get('/audit', may('audit.read'), showAuditLog);
  router.get('/holidays', manage, showHolidays);
  router.get('/holidays/new', manage, showAddHoliday);
  router.post('/holidays', manage, change, postHoliday);
  router.get('/holidays/:date/remove', manage, showRemoveHoliday);
  router.post('/holidays/:date/remove', manage, change, postRemoveHoliday);
  router.get('/orders', manage, showOrders);
  router.get('/orders/new', manage, showNewOrder);
  router.post('/orders', manage, change, postOrder);
  router.get('/orders/:id', manage, showOrder);
  router.get('/orders/:id/undo', manage, leadTo('.'));
  router.post('/orders/:id/undo', manage, change, postUndo);
  router.get('/plans', may('plans.manage'), showPlans);
  router.get('/plans/:code', may('plans.manage'), showPlan);
  router.post('/plans/:code', may('plans.manage'), change, savePlan);
  router.get('/policies', manage, showPolicies);
  router.get('/policies/draft', manage, showDraftPolicy);
  router.post('/policies/draft', manage, postDraftPolicy);
  router.get('/policies/preview', manage, leadTo('draft'));
  router.post('/policies/preview', manage, postPolicyPreview);
  router.post('/policies', manage, change, postPolicy);
  router.get('/policies/:version', manage, showPolicy);
  return router;
}
