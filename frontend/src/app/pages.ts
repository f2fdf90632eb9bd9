import type { Component } from 'svelte';
import type { PlainKey } from '$lib/i18n/index.svelte';
import type { OpenPageProps, PageProps } from '$lib/page';
import { findRoute } from '$lib/routes';
import type { IconName } from '$lib/ui/icons';
import type { Role } from '$api/types';

const office: Role[] = ['ADMINISTRATOR', 'DISPATCHER', 'WAREHOUSE', 'ACCOUNTANT', 'MANAGER'];
/** Who sees what. The server decides what each may do; this only keeps useless doors out of sight. */
const may = {
  board: ['ADMINISTRATOR', 'DISPATCHER', 'MANAGER'],
  calls: ['ADMINISTRATOR', 'DISPATCHER'],
  requests: ['ADMINISTRATOR', 'DISPATCHER', 'ACCOUNTANT', 'MANAGER'],
  orders: office,
  customers: office,
  assets: office,
  picks: ['ADMINISTRATOR', 'DISPATCHER', 'WAREHOUSE', 'MANAGER'],
  parts: office,
  settlement: ['ADMINISTRATOR', 'ACCOUNTANT', 'MANAGER'],
  rates: ['ADMINISTRATOR', 'ACCOUNTANT'],
  reports: ['ADMINISTRATOR', 'ACCOUNTANT', 'MANAGER'],
  company: ['ADMINISTRATOR'],
  technicians: office,
  traffic: ['ADMINISTRATOR', 'DISPATCHER', 'MANAGER'],
  policies: ['ADMINISTRATOR', 'DISPATCHER', 'MANAGER'],
  technician: ['TECHNICIAN'],
  customer: ['CUSTOMER'],
} satisfies Record<string, Role[]>;

/** The entries of the header, in their order. The first page of a section is where its entry leads. */
export const sections = [
  { name: 'board', label: 'nav.board', icon: 'route' },
  { name: 'requests', label: 'nav.requests', icon: 'inbox' },
  { name: 'orders', label: 'nav.orders', icon: 'list' },
  { name: 'customers', label: 'nav.customers', icon: 'users' },
  { name: 'assets', label: 'nav.assets', icon: 'wrench' },
  { name: 'parts', label: 'nav.parts', icon: 'box' },
  { name: 'settlement', label: 'nav.settlement', icon: 'euro' },
  { name: 'reports', label: 'nav.reports', icon: 'chart' },
  { name: 'company', label: 'nav.company', icon: 'building' },
  { name: 'phone', label: 'nav.phone', icon: 'phone' },
  { name: 'portal', label: 'nav.portal', icon: 'home' },
] as const satisfies { name: string; label: PlainKey; icon: IconName }[];

type Loaded = { default: Component<PageProps> | Component<OpenPageProps> | Component<Record<string, never>> };

export interface Page {
  /** A pattern such as `/orders/:id`. Those without parameters are the section's tabs. */
  path: string;
  section: (typeof sections)[number]['name'];
  title: PlainKey;
  roles: Role[];
  /** Open to people who are not logged in. */
  open?: boolean;
  /** False for a page that is no tab of its section although it can be gone to directly. */
  tab?: boolean;
  load: () => Promise<Loaded>;
}

export const pages: Page[] = [
  {
    path: '/board',
    section: 'board',
    title: 'nav.board',
    roles: may.board,
    load: () => import('$board/BoardPage.svelte'),
  },
  {
    path: '/board/map',
    section: 'board',
    title: 'map.label',
    roles: may.board,
    tab: false,
    load: () => import('$board/MapPage.svelte'),
  },
  {
    path: '/capacity',
    section: 'board',
    title: 'capacity.title',
    roles: may.board,
    load: () => import('$board/capacity/CapacityPage.svelte'),
  },
  {
    path: '/what-if',
    section: 'board',
    title: 'whatif.title',
    roles: may.board,
    load: () => import('$board/whatif/WhatIfPage.svelte'),
  },
  {
    path: '/orders',
    section: 'orders',
    title: 'orders.title',
    roles: may.orders,
    load: () => import('$orders/OrdersPage.svelte'),
  },
  {
    path: '/orders/:id',
    section: 'orders',
    title: 'orders.order',
    roles: may.orders,
    load: () => import('$orders/OrderPage.svelte'),
  },
  {
    path: '/requests',
    section: 'requests',
    title: 'orders.requests',
    roles: may.requests,
    load: () => import('$orders/RequestsPage.svelte'),
  },
  {
    path: '/quotes',
    section: 'requests',
    title: 'orders.quotes',
    roles: may.requests,
    load: () => import('$orders/QuotesPage.svelte'),
  },
  {
    path: '/requests/new',
    section: 'requests',
    title: 'orders.newCall',
    roles: may.calls,
    load: () => import('$orders/NewCallPage.svelte'),
  },
  {
    path: '/requests/:id',
    section: 'requests',
    title: 'orders.request',
    roles: may.requests,
    load: () => import('$orders/RequestPage.svelte'),
  },
  {
    path: '/quotes/:id',
    section: 'requests',
    title: 'orders.quote',
    roles: may.requests,
    load: () => import('$orders/QuotePage.svelte'),
  },
  {
    path: '/customers',
    section: 'customers',
    title: 'customers.title',
    roles: may.customers,
    load: () => import('$customers/CustomersPage.svelte'),
  },
  {
    path: '/customers/:id',
    section: 'customers',
    title: 'customers.customer',
    roles: may.customers,
    load: () => import('$customers/CustomerPage.svelte'),
  },
  {
    path: '/equipment',
    section: 'assets',
    title: 'assets.title',
    roles: may.assets,
    load: () => import('$assets/AssetsPage.svelte'),
  },
  {
    path: '/equipment/:id',
    section: 'assets',
    title: 'assets.asset',
    roles: may.assets,
    load: () => import('$assets/AssetPage.svelte'),
  },
  {
    path: '/operations',
    section: 'assets',
    title: 'assets.operations',
    roles: may.assets,
    load: () => import('$assets/OperationsPage.svelte'),
  },
  {
    path: '/equipment/plans',
    section: 'assets',
    title: 'assets.plans',
    roles: may.assets,
    load: () => import('$assets/plans/PlansPage.svelte'),
  },
  {
    path: '/equipment/plans/:id',
    section: 'assets',
    title: 'assets.plan',
    roles: may.assets,
    load: () => import('$assets/plans/PlanPage.svelte'),
  },
  {
    path: '/equipment/plans/:id/edit',
    section: 'assets',
    title: 'assets.plan',
    roles: may.calls,
    load: () => import('$assets/plans/PlanEditPage.svelte'),
  },
  {
    path: '/parts',
    section: 'parts',
    title: 'parts.title',
    roles: may.picks,
    load: () => import('$parts/PickListsPage.svelte'),
  },
  {
    path: '/parts/catalogue',
    section: 'parts',
    title: 'parts.catalogue',
    roles: may.parts,
    load: () => import('$parts/CataloguePage.svelte'),
  },
  {
    path: '/parts/stock',
    section: 'parts',
    title: 'parts.stock',
    roles: may.parts,
    load: () => import('$parts/StockPage.svelte'),
  },
  {
    path: '/parts/documents',
    section: 'parts',
    title: 'parts.documents',
    roles: may.parts,
    load: () => import('$parts/DocumentsPage.svelte'),
  },
  {
    path: '/parts/documents/:id',
    section: 'parts',
    title: 'parts.document',
    roles: may.parts,
    load: () => import('$parts/DocumentPage.svelte'),
  },
  {
    path: '/settlement',
    section: 'settlement',
    title: 'settlement.title',
    roles: may.settlement,
    load: () => import('$settlement/SettlementPage.svelte'),
  },
  {
    path: '/settlement/:orderId',
    section: 'settlement',
    title: 'settlement.order',
    roles: may.settlement,
    load: () => import('$settlement/SettleOrderPage.svelte'),
  },
  {
    path: '/invoices',
    section: 'settlement',
    title: 'settlement.invoices',
    roles: may.settlement,
    load: () => import('$settlement/InvoicesPage.svelte'),
  },
  {
    path: '/invoices/:id',
    section: 'settlement',
    title: 'settlement.invoice',
    roles: may.settlement,
    load: () => import('$settlement/InvoicePage.svelte'),
  },
  {
    path: '/debts',
    section: 'settlement',
    title: 'settlement.debts',
    roles: may.settlement,
    load: () => import('$settlement/DebtsPage.svelte'),
  },
  {
    path: '/earnings',
    section: 'settlement',
    title: 'settlement.earnings',
    roles: may.settlement,
    load: () => import('$settlement/EarningsPage.svelte'),
  },
  {
    path: '/rates',
    section: 'settlement',
    title: 'settlement.rates',
    roles: may.rates,
    load: () => import('$settlement/RatesPage.svelte'),
  },
  {
    path: '/reports',
    section: 'reports',
    title: 'reports.title',
    roles: may.reports,
    load: () => import('$reports/ReportsPage.svelte'),
  },
  {
    path: '/reports/:name',
    section: 'reports',
    title: 'reports.report',
    roles: may.reports,
    load: () => import('$reports/ReportPage.svelte'),
  },
  {
    path: '/company',
    section: 'company',
    title: 'company.title',
    roles: may.company,
    load: () => import('$company/CompanyPage.svelte'),
  },
  {
    path: '/company/technicians',
    section: 'company',
    title: 'people.technicians',
    roles: may.technicians,
    load: () => import('$people/TechniciansPage.svelte'),
  },
  {
    path: '/company/traffic',
    section: 'company',
    title: 'company.traffic',
    roles: may.traffic,
    load: () => import('$company/traffic/TrafficPage.svelte'),
  },
  {
    path: '/company/policies',
    section: 'company',
    title: 'policies.title',
    roles: may.policies,
    load: () => import('$board/policies/PoliciesPage.svelte'),
  },
  {
    path: '/phone',
    section: 'phone',
    title: 'phone.title',
    roles: may.technician,
    load: () => import('$phone/PhonePage.svelte'),
  },
  {
    path: '/phone/visits/:id',
    section: 'phone',
    title: 'phone.visit',
    roles: may.technician,
    load: () => import('$phone/PhoneVisitPage.svelte'),
  },
  {
    path: '/phone/earnings',
    section: 'phone',
    title: 'phone.earnings',
    roles: may.technician,
    load: () => import('$phone/PhoneEarningsPage.svelte'),
  },
  {
    path: '/portal',
    section: 'portal',
    title: 'portal.home',
    roles: may.customer,
    load: () => import('$portal/PortalHomePage.svelte'),
  },
  {
    path: '/p/:token',
    section: 'portal',
    title: 'portal.title',
    roles: [],
    open: true,
    load: () => import('$portal/PortalPage.svelte'),
  },
];

const homes: [Role, string][] = [
  ['ADMINISTRATOR', '/board'],
  ['DISPATCHER', '/board'],
  ['MANAGER', '/reports'],
  ['ACCOUNTANT', '/settlement'],
  ['WAREHOUSE', '/parts'],
  ['TECHNICIAN', '/phone'],
  ['CUSTOMER', '/portal'],
];

/** Where somebody with these roles starts; null when no role has a page. */
export const homeOf = (roles: Role[]): string | null =>
  homes.find(([role]) => roles.includes(role))?.[1] ?? null;

export const isFor = (page: Page, roles: Role[]) => page.roles.some((role) => roles.includes(role));

export const pageAt = (path: string) => findRoute(pages, path);

/** The pages of a section that can be gone to directly and are for these roles. */
export const tabsOf = (section: Page['section'], roles: Role[]) =>
  pages.filter(
    (page) =>
      page.section === section && !page.path.includes(':') && page.tab !== false && isFor(page, roles),
  );
