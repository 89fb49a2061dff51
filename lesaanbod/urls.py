"""Addresses under /account/: of allauth only what login by code and a second factor need."""

from django.urls import path

from allauth.account.views import account_inactive, logout
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp

from lesaanbod.views import toegang
from lesaanbod.views.toegang import dicht_zonder_rem

urlpatterns = [
    path("login/", dicht_zonder_rem(toegang.Inloggen.as_view()), name="account_login"),
    path(
        "login/code/",
        dicht_zonder_rem(toegang.CodeInvullen.as_view()),
        name="account_confirm_login_code",
    ),
    path("logout/", logout, name="account_logout"),
    path("inactief/", account_inactive, name="account_inactive"),
    path("verder/", toegang.verder, name="account_verder"),
    path("tweede-stap/", mfa.index, name="mfa_index"),
    path("tweede-stap/code/", dicht_zonder_rem(mfa.authenticate), name="mfa_authenticate"),
    path("tweede-stap/opnieuw/", dicht_zonder_rem(mfa.reauthenticate), name="mfa_reauthenticate"),
    path(
        "tweede-stap/instellen/",
        dicht_zonder_rem(toegang.tweede_stap_instellen),
        name="mfa_activate_totp",
    ),
    path("tweede-stap/qr.svg", toegang.qr, name="tweede_stap_qr"),
    path("tweede-stap/verwijderen/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path(
        "tweede-stap/noodcodes/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"
    ),
    path(
        "tweede-stap/noodcodes/nieuw/",
        recovery_codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
]
