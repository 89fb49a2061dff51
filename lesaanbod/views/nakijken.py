"""The report «nakijken»: pages that nobody touched for a year."""

from datetime import timedelta

from django.db.models import QuerySet
from django.utils import timezone

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.reports import PageReportView
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

OUD = timedelta(days=365)


class Nakijken(PageReportView):
    """Live pages that this editor may change, the one that was left alone longest first."""

    page_title = "Nakijken"
    header_icon = "time"
    index_url_name = "nakijken"
    index_results_url_name = "nakijken_resultaten"
    any_permission_required = ("change", "publish")

    def get_queryset(self) -> QuerySet[Page]:
        """Return the pages whose last change is over a year old."""
        mag = page_permission_policy.instances_user_has_any_permission_for(
            self.request.user, ["change", "publish"]
        )
        oud = mag.live().filter(latest_revision_created_at__lt=timezone.now() - OUD)
        self.queryset = (
            oud.order_by("latest_revision_created_at")
            .select_related("content_type")
            .prefetch_workflow_states()
            .annotate_approved_schedule()
            .annotate_site_root_state()
        )
        return super().get_queryset()


nakijken = require_admin_access(Nakijken.as_view())
nakijken_resultaten = require_admin_access(Nakijken.as_view(results_only=True))
