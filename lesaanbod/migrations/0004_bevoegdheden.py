"""The staff groups and their rights in Wagtail; its own two groups go."""

from django.db import migrations

# app label, model, actions
SNIPPETS = [("lesaanbod", model) for model in ("niveau", "thema", "aanbieder", "rol")]
PAGE_RIGHTS = {
    "schrijver": ("add", "change"),
    "redacteur": ("add", "change", "publish", "bulk_delete", "lock", "unlock"),
}
COLLECTION_RIGHTS = {
    "schrijver": ("add", "choose"),
    "redacteur": ("add", "change", "choose"),
}
MODEL_RIGHTS = {
    "schrijver": [],
    "redacteur": [
        *[
            (app, model, action)
            for app, model in SNIPPETS
            for action in ("add", "change", "delete")
        ],
        ("lesaanbod", "contactinstelling", "change"),
        *[("wagtailredirects", "redirect", action) for action in ("add", "change", "delete")],
    ],
    "beheerder": [
        ("lesaanbod", "gebruiker", "add"),
        ("lesaanbod", "gebruiker", "change"),
        *[("auth", "group", action) for action in ("add", "change", "delete")],
        *[("wagtailcore", "site", action) for action in ("add", "change", "delete")],
        ("lesaanbod", "contactinstelling", "change"),
    ],
}


def get_right(apps, app_label, model, action):
    """Return a permission; Django itself makes them only after all migrations."""
    ContentType = apps.get_model("contenttypes", "ContentType")
    Permission = apps.get_model("auth", "Permission")
    content_type, _ = ContentType.objects.get_or_create(app_label=app_label, model=model)
    codename = "access_admin" if model == "admin" else f"{action}_{model}"
    return Permission.objects.get_or_create(
        content_type=content_type,
        codename=codename,
        defaults={"name": f"Can {action.replace('_', ' ')} {model}"},
    )[0]


def make_groups(apps, schema_editor):
    """Make the four groups with exactly these rights."""
    Group = apps.get_model("auth", "Group")
    groups = {
        name: Group.objects.get_or_create(name=name)[0]
        for name in ("schrijver", "redacteur", "coördinator", "beheerder")
    }
    entrance = get_right(apps, "wagtailadmin", "admin", "access")
    for name, rights in MODEL_RIGHTS.items():
        groups[name].permissions.set([entrance, *(get_right(apps, *right) for right in rights)])
    give_page_rights(apps, groups)
    give_collection_rights(apps, groups)
    hand_over_workflow(apps, groups["redacteur"])
    Group.objects.filter(name__in=["Editors", "Moderators"]).delete()


def give_page_rights(apps, groups):
    """Rights on the root page hold for every page under it."""
    root = apps.get_model("wagtailcore", "Page").objects.get(depth=1)
    GroupPagePermission = apps.get_model("wagtailcore", "GroupPagePermission")
    for name, actions in PAGE_RIGHTS.items():
        for action in actions:
            GroupPagePermission.objects.get_or_create(
                group=groups[name],
                page=root,
                permission=get_right(apps, "wagtailcore", "page", action),
            )


def give_collection_rights(apps, groups):
    """Images and documents, in the one root collection."""
    root = apps.get_model("wagtailcore", "Collection").objects.get(depth=1)
    GroupCollectionPermission = apps.get_model("wagtailcore", "GroupCollectionPermission")
    for name, actions in COLLECTION_RIGHTS.items():
        for app_label, model in (("wagtailimages", "image"), ("wagtaildocs", "document")):
            for action in actions:
                GroupCollectionPermission.objects.get_or_create(
                    group=groups[name],
                    collection=root,
                    permission=get_right(apps, app_label, model, action),
                )


def hand_over_workflow(apps, redacteur):
    """What a schrijver submits goes to the redactie."""
    GroupApprovalTask = apps.get_model("wagtailcore", "GroupApprovalTask")
    for task in GroupApprovalTask.objects.all():
        task.name = "Controle door de redactie"
        task.save()
        task.groups.set([redacteur])
    apps.get_model("wagtailcore", "Workflow").objects.update(name="Controle door de redactie")


class Migration(migrations.Migration):
    dependencies = [
        ("lesaanbod", "0003_hartslag"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0097_baselogentry_uuid_action_timestamp_indexes"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        ("wagtailimages", "0027_image_description"),
        ("wagtailredirects", "0008_add_verbose_name_plural"),
        ("wagtailusers", "0011_userprofile_dismissibles"),
    ]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
