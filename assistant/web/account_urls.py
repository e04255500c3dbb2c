"""The addresses of signing in, by the names that the library looks for."""

from django.urls import path

from assistant.web.views import accounts, second_factor

ISSUER = {"provider_id": "issuer"}
OWN = "profile/"
FACTOR = f"{OWN}second-factor/"

urlpatterns = [
    path("sign-in/", accounts.SignIn.as_view(), name="account_login"),
    path("sign-in/code/", second_factor.Code.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey/", second_factor.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("sign-in/inactive/", accounts.inactive, name="account_inactive"),
    path("sign-in/issuer/", second_factor.to_issuer, ISSUER, name="openid_connect_login"),
    path("sign-in/issuer/back/", second_factor.from_issuer, ISSUER, name="openid_connect_callback"),
    path(
        "sign-in/first/<str:uidb64>/<str:token>/",
        accounts.FirstPassword.as_view(),
        name="first-password",
    ),
    path("sign-out/", accounts.SignOut.as_view(), name="account_logout"),
    path(f"{OWN}password/", accounts.ChangePassword.as_view(), name="account_change_password"),
    path(f"{OWN}again/", accounts.PasswordAgain.as_view(), name="account_reauthenticate"),
    path(f"{OWN}again/code/", second_factor.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path(
        f"{OWN}again/passkey/",
        second_factor.PasskeyAgain.as_view(),
        name="mfa_reauthenticate_webauthn",
    ),
    path(FACTOR, second_factor.SecondFactor.as_view(), name="mfa_index"),
    path(f"{FACTOR}app/", second_factor.AddApp.as_view(), name="mfa_activate_totp"),
    path(f"{FACTOR}app/remove/", second_factor.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path(f"{FACTOR}passkey/", second_factor.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path(
        f"{FACTOR}passkey/<int:pk>/remove/",
        second_factor.RemovePasskey.as_view(),
        name="mfa_remove_webauthn",
    ),
    path(f"{FACTOR}codes/", second_factor.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path(
        f"{FACTOR}codes/new/",
        second_factor.NewRecoveryCodes.as_view(),
        name="mfa_generate_recovery_codes",
    ),
]
