import { bg as baseBg } from './bg';
import { en as baseEn } from './en';
import { es as baseEs } from './es';
import { pl as basePl } from './pl';
import * as assets from './rooms/assets';
import * as booking from './rooms/booking';
import * as capacity from './rooms/capacity';
import * as colleagues from './rooms/colleagues';
import * as company from './rooms/company';
import * as compare from './rooms/compare';
import * as customers from './rooms/customers';
import * as filters from './rooms/filters';
import * as moves from './rooms/moves';
import * as orders from './rooms/orders';
import * as parts from './rooms/parts';
import * as people from './rooms/people';
import * as phone from './rooms/phone';
import * as policies from './rooms/policies';
import * as portal from './rooms/portal';
import * as refused from './rooms/refused';
import * as replan from './rooms/replan';
import * as reports from './rooms/reports';
import * as rules from './rooms/rules';
import * as scope from './rooms/scope';
import * as settlement from './rooms/settlement';
import * as share from './rooms/share';
import * as view from './rooms/view';
import * as whatif from './rooms/whatif';
import * as why from './rooms/why';

/** Each room's own words, in a file of its own; the keys begin with the room's name. */
export const rooms = {
  assets,
  booking,
  capacity,
  colleagues,
  company,
  compare,
  customers,
  filters,
  moves,
  orders,
  parts,
  people,
  phone,
  policies,
  portal,
  refused,
  replan,
  reports,
  rules,
  scope,
  settlement,
  share,
  view,
  whatif,
  why,
};

export const en = {
  ...baseEn,
  ...assets.en,
  ...booking.en,
  ...capacity.en,
  ...colleagues.en,
  ...company.en,
  ...compare.en,
  ...customers.en,
  ...filters.en,
  ...moves.en,
  ...orders.en,
  ...parts.en,
  ...people.en,
  ...phone.en,
  ...policies.en,
  ...portal.en,
  ...refused.en,
  ...replan.en,
  ...reports.en,
  ...rules.en,
  ...scope.en,
  ...settlement.en,
  ...share.en,
  ...view.en,
  ...whatif.en,
  ...why.en,
};
export const pl = {
  ...basePl,
  ...assets.pl,
  ...booking.pl,
  ...capacity.pl,
  ...colleagues.pl,
  ...company.pl,
  ...compare.pl,
  ...customers.pl,
  ...filters.pl,
  ...moves.pl,
  ...orders.pl,
  ...parts.pl,
  ...people.pl,
  ...phone.pl,
  ...policies.pl,
  ...portal.pl,
  ...refused.pl,
  ...replan.pl,
  ...reports.pl,
  ...rules.pl,
  ...scope.pl,
  ...settlement.pl,
  ...share.pl,
  ...view.pl,
  ...whatif.pl,
  ...why.pl,
};
export const bg = {
  ...baseBg,
  ...assets.bg,
  ...booking.bg,
  ...capacity.bg,
  ...colleagues.bg,
  ...company.bg,
  ...compare.bg,
  ...customers.bg,
  ...filters.bg,
  ...moves.bg,
  ...orders.bg,
  ...parts.bg,
  ...people.bg,
  ...phone.bg,
  ...policies.bg,
  ...portal.bg,
  ...refused.bg,
  ...replan.bg,
  ...reports.bg,
  ...rules.bg,
  ...scope.bg,
  ...settlement.bg,
  ...share.bg,
  ...view.bg,
  ...whatif.bg,
  ...why.bg,
};
export const es = {
  ...baseEs,
  ...assets.es,
  ...booking.es,
  ...capacity.es,
  ...colleagues.es,
  ...company.es,
  ...compare.es,
  ...customers.es,
  ...filters.es,
  ...moves.es,
  ...orders.es,
  ...parts.es,
  ...people.es,
  ...phone.es,
  ...policies.es,
  ...portal.es,
  ...refused.es,
  ...replan.es,
  ...reports.es,
  ...rules.es,
  ...scope.es,
  ...settlement.es,
  ...share.es,
  ...view.es,
  ...whatif.es,
  ...why.es,
};
