"""What an operator sets: from the environment (``DAJEONG_...``) or a ``.env`` file in the working folder."""

from pathlib import Path
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

# A shorter one can be guessed.
SHORTEST_TOKEN = 20


class Settings(BaseSettings):
    """The settings of one server. Everything has a default that works on one machine without a network."""

    model_config = SettingsConfigDict(env_prefix="DAJEONG_", env_file=".env", extra="ignore")

    data: Path = Field(Path("dajeong-data"), description="Folder for the database and the vault's key file.")
    database: str = Field(
        "", description="sqlite:///path or postgresql://...; empty: a SQLite file in the data folder."
    )
    host: str = Field("127.0.0.1", description="Address to listen on.")
    port: int = Field(8025, ge=0, le=65535, description="Port to listen on; 0 takes any free one.")
    actions: dict[str, str] = Field(
        default_factory=dict,
        description="Playbook name -> Python file or HTTP address that performs its actions.",
    )
    allowed_origins: tuple[str, ...] = Field(
        (), description="Web origins that may embed the chat besides the server's own, e.g. https://shop.example."
    )
    api_token: SecretStr = Field(
        SecretStr(""),
        description="The operator's token for labels, training and consents over the API, at least 20 characters; empty: closed.",
    )
    training_data: Path = Field(
        Path("data"),
        description="Folder with `corpus` and `seed`, which a training started over the API learns from beside your labels.",
    )
    action_workers: int = Field(2, ge=1, le=32, description="How many actions may run at once.")
    reader: Literal["full", "light"] = Field(
        "full",
        description="full: with the encoder, which needs the extra `full`; light: letters and signs alone, an eighth of the time and "
        "a third of the memory, but it understands less. Without the extra the light one reads, and the log says so.",
    )
    encoder: Path | None = Field(
        None,
        description="Folder of the built encoder; empty: a folder of the user's cache. It is built at the first start.",
    )
    reading_threads: int = Field(2, ge=1, le=16, description="How many messages may be read at once.")

    @field_validator("api_token")
    @classmethod
    def _unguessable(cls, token: SecretStr) -> SecretStr:
        if token.get_secret_value() and (len(token) < SHORTEST_TOKEN or not token.get_secret_value().isascii()):
            raise ValueError(
                f"at least {SHORTEST_TOKEN} letters and digits are needed; make one with `openssl rand -hex 32`"
            )
        return token

    @property
    def database_url(self) -> str:
        """The address of the database, the default file when none is set."""
        return self.database or f"sqlite:///{(self.data / 'dajeong.db').resolve()}"

    @property
    def key_file(self) -> Path:
        """Where the vault's key is when the environment holds none."""
        return self.data / "vault.key"
